package dev.ropewalk.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;

/**
 * Rows with their columns aligned. Where that does not fit, only their leads are, and where that
 * does not fit either, the details of each row go to a line of their own.
 */
final class Columns {
  private static final int LEAD_GAP = 1;
  private static final int GAP = 3;
  private static final int INDENT = 4;

  private final Sheet sheet;
  private final int indent;
  private final List<Integer> starts;
  private final Shape shape;

  private enum Shape {
    ALIGNED,
    RAGGED,
    STACKED
  }

  /**
   * A row.
   *
   * @param lead what the row is about: as many cells in each row
   * @param details any number of cells; empty ones at the end are left out
   */
  record Row(List<AttributedString> lead, List<AttributedString> details) {
    Row {
      lead = List.copyOf(lead);
      int end = details.size();
      while (end > 0 && details.get(end - 1).isEmpty()) {
        end--;
      }
      details = List.copyOf(details.subList(0, end));
    }

    private List<AttributedString> cells() {
      return Stream.concat(lead.stream(), details.stream()).toList();
    }
  }

  /**
   * Measures the rows.
   *
   * @param indent before each of them
   */
  Columns(Sheet sheet, int indent, List<Row> rows) {
    this.sheet = sheet;
    this.indent = indent;
    starts = starts(indent, rows);
    shape =
        fits(rows, Shape.ALIGNED)
            ? Shape.ALIGNED
            : fits(rows, Shape.RAGGED) ? Shape.RAGGED : Shape.STACKED;
  }

  private boolean fits(List<Row> rows, Shape shape) {
    return rows.stream().allMatch(row -> line(row, shape).columnLength() <= sheet.width());
  }

  /** A cell with nothing to its right may be as wide as it likes. */
  private static List<Integer> starts(int indent, List<Row> rows) {
    List<Integer> starts = new ArrayList<>();
    int leads = rows.stream().mapToInt(row -> row.lead().size()).max().orElse(0);
    int cells = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    int start = indent;
    for (int i = 0; i < cells; i++) {
      starts.add(start);
      int column = i;
      int width =
          rows.stream()
              .map(Row::cells)
              .filter(row -> row.size() > column + 1)
              .mapToInt(row -> row.get(column).columnLength())
              .max()
              .orElse(0);
      start += width == 0 ? 0 : width + (i < leads - 1 ? LEAD_GAP : GAP);
    }
    return starts;
  }

  private AttributedString line(Row row, Shape shape) {
    Ink ink = new Ink(sheet);
    int aligned = shape == Shape.ALIGNED ? row.cells().size() : row.lead().size();
    for (int i = 0; i < aligned; i++) {
      if (!row.cells().get(i).isEmpty()) {
        ink.to(starts.get(i)).add(row.cells().get(i));
      }
    }
    if (shape == Shape.RAGGED && !row.details().isEmpty()) {
      ink.to(starts.get(row.lead().size())).add(joined(row.details(), GAP));
    }
    return Wrap.trimmed(ink.dry());
  }

  /** The lines of one of the rows that were measured. */
  List<AttributedString> draw(Row row) {
    if (shape != Shape.STACKED) {
      return List.of(line(row, shape));
    }
    List<AttributedString> lines = new ArrayList<>();
    lines.addAll(wrapped(joined(row.lead(), LEAD_GAP), indent));
    lines.addAll(wrapped(joined(row.details(), GAP), indent + INDENT));
    return lines;
  }

  private List<AttributedString> wrapped(AttributedString text, int margin) {
    AttributedString blanks = new AttributedString(" ".repeat(margin));
    return Wrap.lines(text, sheet.width() - margin).stream()
        .map(line -> new Ink(sheet).add(blanks).add(line).dry())
        .toList();
  }

  private AttributedString joined(List<AttributedString> cells, int gap) {
    AttributedString between = new AttributedString(" ".repeat(gap));
    return AttributedString.join(between, cells.stream().filter(cell -> !cell.isEmpty()).toList());
  }
}
