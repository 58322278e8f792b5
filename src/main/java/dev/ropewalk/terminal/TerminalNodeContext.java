package dev.ropewalk.terminal;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Node;
import org.jline.utils.AttributedString;

/** What the renderers of nodes share while one text is drawn. */
interface TerminalNodeContext {
  /** Whether there is an empty line between blocks. */
  enum Spacing {
    TIGHT,
    LOOSE
  }

  Sheet sheet();

  TerminalWriter writer();

  /** Draws one node; one of a type that nobody knows is dropped. */
  void render(Node node);

  /** Draws blocks one below the other. */
  default void blocks(List<? extends Node> blocks, Spacing spacing) {
    for (int i = 0; i < blocks.size(); i++) {
      if (i > 0 && spacing == Spacing.LOOSE) {
        writer().gap();
      }
      render(blocks.get(i));
    }
  }

  /** The text inside a node, not yet broken into lines. */
  default AttributedString inline(Node parent, Role role) {
    writer().open(role);
    children(parent).forEach(this::render);
    return writer().close();
  }

  static List<Node> children(Node parent) {
    List<Node> children = new ArrayList<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      children.add(child);
    }
    return children;
  }
}
