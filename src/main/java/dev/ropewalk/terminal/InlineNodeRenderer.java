package dev.ropewalk.terminal;

import java.util.Locale;
import java.util.Set;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;

/** Writes what stands inside a line. */
final class InlineNodeRenderer implements NodeRenderer {
  private static final String MAIL = "mailto:";

  private final TerminalNodeContext context;
  private final TerminalWriter writer;

  InlineNodeRenderer(TerminalNodeContext context) {
    this.context = context;
    writer = context.writer();
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(
        Text.class,
        Code.class,
        Emphasis.class,
        StrongEmphasis.class,
        Link.class,
        Image.class,
        SoftLineBreak.class,
        HardLineBreak.class,
        HtmlInline.class);
  }

  @Override
  public void render(Node node) {
    switch (node) {
      case Text text -> writer.ink().add(text.getLiteral());
      case Code code -> writer.ink().code(code.getLiteral());
      case Emphasis _ -> within(Role.EMPHASIS, node);
      case StrongEmphasis _ -> within(Role.STRONG, node);
      case Link link -> link(link);
      case Image image -> image(image);
      case SoftLineBreak _ -> writer.ink().add(" ");
      case HardLineBreak _ -> writer.ink().lineEnd();
      case HtmlInline html -> html(html.getLiteral());
      default -> {}
    }
  }

  private void within(Role role, Node node) {
    writer.ink().push(role);
    TerminalNodeContext.children(node).forEach(context::render);
    writer.ink().pop();
  }

  private void link(Link link) {
    String text = context.inline(link, Role.PLAIN).toString();
    within(Role.LINK, link);
    String address = link.getDestination();
    boolean known = text.equals(address) || address.equals(MAIL + text);
    if (!known && !address.isEmpty() && !address.startsWith("#")) {
      writer.ink().add(Role.DIM, " (" + address + ")");
    }
  }

  private void image(Image image) {
    writer.ink().add("[picture: ");
    within(Role.EMPHASIS, image);
    writer.ink().add("]").add(Role.DIM, " (" + image.getDestination() + ")");
  }

  /** Tags are dropped, but a break is one. */
  private void html(String tag) {
    if (tag.toLowerCase(Locale.ROOT).startsWith("<br")) {
      writer.ink().lineEnd();
    }
  }
}
