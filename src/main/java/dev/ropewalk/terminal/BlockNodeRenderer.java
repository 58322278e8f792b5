package dev.ropewalk.terminal;

import java.util.List;
import java.util.Set;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.commonmark.renderer.NodeRenderer;
import org.jline.utils.AttributedString;

/** Draws headings, paragraphs, lists, quotations and breaks. */
final class BlockNodeRenderer implements NodeRenderer {
  private final TerminalNodeContext context;
  private final Sheet sheet;
  private final TerminalWriter writer;

  BlockNodeRenderer(TerminalNodeContext context) {
    this.context = context;
    sheet = context.sheet();
    writer = context.writer();
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(
        Document.class,
        Heading.class,
        Paragraph.class,
        BlockQuote.class,
        BulletList.class,
        OrderedList.class,
        ThematicBreak.class);
  }

  @Override
  public void render(Node node) {
    switch (node) {
      case Heading heading -> heading(heading);
      case BlockQuote quote -> quote(quote);
      case ListBlock list -> list(list);
      case Paragraph paragraph -> writer.wrapped(context.inline(paragraph, Role.PLAIN));
      case ThematicBreak _ -> rule(sheet.glyphs().rule(), writer.room());
      default ->
          context.blocks(TerminalNodeContext.children(node), TerminalNodeContext.Spacing.LOOSE);
    }
  }

  private void heading(Heading heading) {
    List<AttributedString> lines = Wrap.lines(context.inline(heading, Role.HEADING), writer.room());
    lines.forEach(writer::line);
    int widest = lines.stream().mapToInt(AttributedString::columnLength).max().orElse(0);
    switch (heading.getLevel()) {
      case 1 -> rule(sheet.glyphs().heavyRule(), widest);
      case 2 -> rule(sheet.glyphs().rule(), widest);
      default -> {}
    }
  }

  private void rule(String piece, int columns) {
    writer.line(sheet.text(Role.DIM, piece.repeat(columns)));
  }

  private void quote(BlockQuote quote) {
    AttributedString bar = sheet.text(Role.NOTE, sheet.glyphs().bar() + " ");
    writer.indent(bar, bar);
    context.blocks(TerminalNodeContext.children(quote), TerminalNodeContext.Spacing.LOOSE);
    writer.outdent();
  }

  private void list(ListBlock list) {
    List<Node> items = TerminalNodeContext.children(list);
    var spacing =
        list.isTight() ? TerminalNodeContext.Spacing.TIGHT : TerminalNodeContext.Spacing.LOOSE;
    int widest = marker(list, items.size() - 1).length();
    for (int i = 0; i < items.size(); i++) {
      if (i > 0 && !list.isTight()) {
        writer.gap();
      }
      item(items.get(i), " ".repeat(widest - marker(list, i).length()) + marker(list, i), spacing);
    }
  }

  private void item(Node item, String marker, TerminalNodeContext.Spacing spacing) {
    writer.indent(
        sheet.text(Role.NOTE, "  " + marker + " "),
        sheet.text(Role.PLAIN, " ".repeat(marker.length() + 3)));
    int before = writer.size();
    context.blocks(TerminalNodeContext.children(item), spacing);
    if (writer.size() == before) {
      writer.line(AttributedString.EMPTY);
    }
    writer.outdent();
  }

  private String marker(ListBlock list, int index) {
    if (list instanceof OrderedList ordered) {
      Integer start = ordered.getMarkerStartNumber();
      return ((start == null ? 1 : start) + index) + ".";
    }
    int depth = 0;
    for (Node above = list.getParent(); above != null; above = above.getParent()) {
      depth += above instanceof BulletList ? 1 : 0;
    }
    return sheet.glyphs().bullet(depth);
  }
}
