package dev.ropewalk.terminal;

import dev.ropewalk.terminal.TableGrid.Cell;
import java.util.List;
import java.util.stream.IntStream;
import org.commonmark.ext.gfm.tables.TableCell.Alignment;
import org.jline.utils.AttributedString;

/** A table of words and numbers, as wide as it must be: for reports that may go into a file. */
public final class TextTable {
  private static final int NO_LIMIT = 10_000;

  private TextTable() {}

  /**
   * Draws it. The first column has words, the others numbers.
   *
   * @param headings one for each column
   * @param rows with as many cells
   */
  public static String draw(Sheet sheet, List<String> headings, List<List<String>> rows) {
    return sheet.print(
        new TableGrid(sheet, cells(headings), rows.stream().map(TextTable::cells).toList())
            .draw(NO_LIMIT)
            .orElseThrow());
  }

  private static List<Cell> cells(List<String> row) {
    return IntStream.range(0, row.size())
        .mapToObj(
            i ->
                new Cell(
                    new AttributedString(row.get(i)), i == 0 ? Alignment.LEFT : Alignment.RIGHT))
        .toList();
  }
}
