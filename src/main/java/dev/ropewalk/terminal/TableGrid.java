package dev.ropewalk.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableCell.Alignment;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/** A table drawn as one: columns side by side, the widest ones wrapped until all of them fit. */
final class TableGrid {
  private static final int GAP = 2;

  /** A column is squeezed to this before the table is given up, even if words are broken. */
  private static final int LEAST = 10;

  private final Sheet sheet;
  private final List<Cell> head;
  private final List<List<Cell>> body;

  /** The text of a cell and the side it is aligned to; left where nothing is said. */
  record Cell(AttributedString text, @Nullable Alignment alignment) {}

  TableGrid(Sheet sheet, List<Cell> head, List<List<Cell>> body) {
    this.sheet = sheet;
    this.head = head;
    this.body = body;
  }

  /** The lines of the table; absent when it does not fit. */
  Optional<List<AttributedString>> draw(int room) {
    return widths(room).map(this::draw);
  }

  private List<AttributedString> draw(int[] widths) {
    List<AttributedString> lines = new ArrayList<>(row(head, widths));
    lines.add(rule(widths));
    List<List<AttributedString>> rows = body.stream().map(row -> row(row, widths)).toList();
    boolean apart = rows.stream().anyMatch(row -> row.size() > 1);
    for (int i = 0; i < rows.size(); i++) {
      if (i > 0 && apart) {
        lines.add(AttributedString.EMPTY);
      }
      lines.addAll(rows.get(i));
    }
    return lines;
  }

  private List<AttributedString> row(List<Cell> cells, int[] widths) {
    List<List<AttributedString>> columns = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      columns.add(Wrap.lines(cells.get(i).text(), widths[i]));
    }
    int height = columns.stream().mapToInt(List::size).max().orElse(0);
    List<AttributedString> lines = new ArrayList<>();
    for (int line = 0; line < height; line++) {
      Ink ink = new Ink(sheet);
      int start = 0;
      for (int i = 0; i < columns.size(); i++) {
        if (line < columns.get(i).size()) {
          AttributedString text = columns.get(i).get(line);
          ink.to(start + indent(cells.get(i), widths[i] - text.columnLength())).add(text);
        }
        start += widths[i] + GAP;
      }
      lines.add(ink.dry());
    }
    return lines;
  }

  private static int indent(Cell cell, int free) {
    return switch (cell.alignment()) {
      case RIGHT -> free;
      case CENTER -> free / 2;
      case LEFT -> 0;
      case null -> 0;
    };
  }

  private AttributedString rule(int[] widths) {
    Ink ink = new Ink(sheet);
    int start = 0;
    for (int width : widths) {
      ink.to(start).add(Role.DIM, sheet.glyphs().rule().repeat(width));
      start += width + GAP;
    }
    return ink.dry();
  }

  /** The widths of the columns: at first no word and no piece of code is broken. */
  private Optional<int[]> widths(int room) {
    int free = room - GAP * (head.size() - 1);
    int[] natural = columns(Wrap::widest);
    return squeezed(natural, columns(Wrap::longestWord), free)
        .or(() -> squeezed(natural, columns(text -> Math.min(LEAST, Wrap.widest(text))), free));
  }

  private int[] columns(ToIntFunction<AttributedString> measure) {
    int[] columns = new int[head.size()];
    Arrays.setAll(
        columns,
        column ->
            Stream.concat(Stream.of(head), body.stream())
                .mapToInt(row -> measure.applyAsInt(row.get(column).text()))
                .max()
                .orElse(0));
    return columns;
  }

  /** Takes from the widest column until all fit. */
  private static Optional<int[]> squeezed(int[] natural, int[] least, int free) {
    int[] widths = natural.clone();
    for (int over = Arrays.stream(widths).sum() - free; over > 0; over--) {
      int widest = -1;
      for (int i = 0; i < widths.length; i++) {
        boolean wider = widest < 0 || widths[i] > widths[widest];
        widest = wider && widths[i] > least[i] ? i : widest;
      }
      if (widest < 0) {
        return Optional.empty();
      }
      widths[widest]--;
    }
    return Optional.of(widths);
  }
}
