package dev.ropewalk.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;

/**
 * Rows with their columns aligned. Where the widest does not fit, the details of each row go to a
 * line of their own.
 */
final class Columns {
  private static final int LEAD_GAP = 1;
  private static final int GAP = 3;
  private static final int INDENT = 4;

  private final Sheet sheet;
  private final int indent;
  private final List<Integer> starts;
  private final boolean stacked;

  /**
   * A row.
   *
   * @param lead what the row is about: as many cells in each row
   * @param details any number of cells
   */
  record Row(List<AttributedString> lead, List<AttributedString> details) {
    Row {
      lead = List.copyOf(lead);
      details = List.copyOf(details);
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
    stacked = rows.stream().anyMatch(row -> end(row) > sheet.width());
  }

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
              .filter(row -> row.size() > column)
              .mapToInt(row -> row.get(column).columnLength())
              .max()
              .orElse(0);
      start += width == 0 ? 0 : width + (i < leads - 1 ? LEAD_GAP : GAP);
    }
    return starts;
  }

  private int end(Row row) {
    int last = row.cells().size() - 1;
    return starts.get(last) + row.cells().get(last).columnLength();
  }

  /** The lines of one of the rows that were measured. */
  List<AttributedString> draw(Row row) {
    if (!stacked) {
      Ink ink = new Ink(sheet);
      for (int i = 0; i < row.cells().size(); i++) {
        if (!row.cells().get(i).isEmpty()) {
          ink.to(starts.get(i)).add(row.cells().get(i));
        }
      }
      return List.of(ink.dry());
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
