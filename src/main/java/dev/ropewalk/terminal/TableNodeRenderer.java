package dev.ropewalk.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.jline.utils.AttributedString;

/** Draws tables: with wrapped cells where there is room, else row by row as {@code key: value}. */
final class TableNodeRenderer implements NodeRenderer {
  private static final int LEAST_ROOM = 50;

  private final TerminalNodeContext context;
  private final TerminalWriter writer;

  TableNodeRenderer(TerminalNodeContext context) {
    this.context = context;
    writer = context.writer();
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(TableBlock.class);
  }

  @Override
  public void render(Node node) {
    List<TableGrid.Cell> head = new ArrayList<>();
    List<List<TableGrid.Cell>> body = new ArrayList<>();
    for (Node part : TerminalNodeContext.children(node)) {
      for (Node row : TerminalNodeContext.children(part)) {
        if (row instanceof TableRow) {
          List<TableGrid.Cell> cells = cells(row);
          if (head.isEmpty()) {
            head.addAll(cells);
          } else {
            body.add(cells);
          }
        }
      }
    }
    Optional<List<AttributedString>> grid =
        writer.room() < LEAST_ROOM
            ? Optional.empty()
            : new TableGrid(context.sheet(), head, body).draw(writer.room());
    grid.ifPresentOrElse(lines -> lines.forEach(writer::line), () -> records(head, body));
  }

  private List<TableGrid.Cell> cells(Node row) {
    List<TableGrid.Cell> cells = new ArrayList<>();
    for (Node node : TerminalNodeContext.children(row)) {
      if (node instanceof TableCell cell) {
        AttributedString text = context.inline(cell, cell.isHeader() ? Role.STRONG : Role.PLAIN);
        cells.add(new TableGrid.Cell(text, cell.getAlignment()));
      }
    }
    return cells;
  }

  private void records(List<TableGrid.Cell> head, List<List<TableGrid.Cell>> body) {
    for (int row = 0; row < body.size(); row++) {
      if (row > 0) {
        writer.gap();
      }
      for (int column = 0; column < head.size(); column++) {
        field(head.get(column).text(), body.get(row).get(column).text());
      }
    }
  }

  private void field(AttributedString key, AttributedString value) {
    if (value.isEmpty()) {
      return;
    }
    Ink ink = new Ink(context.sheet());
    if (!key.isEmpty()) {
      ink.add(key).add(Role.STRONG, ":").add(" ");
    }
    writer.hanging(ink.add(value).dry(), 2);
  }
}
