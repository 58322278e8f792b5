package dev.ropewalk.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.Renderer;
import org.jline.utils.AttributedString;

/**
 * Renders Markdown for a terminal. Built as commonmark's own renderers are: this class hands each
 * node to the {@link NodeRenderer} of its type, which draws it with a {@link TerminalWriter}. HTML
 * is dropped. Safe for use by several threads.
 */
public final class MarkdownView implements Renderer {
  private final Sheet sheet;

  public MarkdownView(Sheet sheet) {
    this.sheet = sheet;
  }

  /** The lines of a document or a block. */
  public List<AttributedString> lines(Node node) {
    return lines(List.of(node));
  }

  /** The lines of blocks that follow each other, such as the part of a document under a heading. */
  public List<AttributedString> lines(List<? extends Node> blocks) {
    Context context = new Context(sheet);
    context.blocks(blocks, TerminalNodeContext.Spacing.LOOSE);
    return context.writer().lines();
  }

  /** The lines of blocks set apart as a note. */
  public List<AttributedString> lines(Note note, List<? extends Node> blocks) {
    Context context = new Context(sheet);
    note.open(sheet, context.writer());
    context.blocks(blocks, TerminalNodeContext.Spacing.LOOSE);
    return context.writer().lines();
  }

  @Override
  public String render(Node node) {
    return sheet.print(lines(node));
  }

  @Override
  public void render(Node node, Appendable output) {
    try {
      output.append(render(node));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One rendering. */
  private static final class Context implements TerminalNodeContext {
    private final Sheet sheet;
    private final TerminalWriter writer;
    private final Map<Class<? extends Node>, NodeRenderer> renderers = new HashMap<>();

    Context(Sheet sheet) {
      this.sheet = sheet;
      writer = new TerminalWriter(sheet);
      for (NodeRenderer renderer :
          List.of(
              new BlockNodeRenderer(this),
              new CodeNodeRenderer(this),
              new InlineNodeRenderer(this),
              new TableNodeRenderer(this))) {
        renderer.getNodeTypes().forEach(type -> renderers.put(type, renderer));
      }
    }

    @Override
    public Sheet sheet() {
      return sheet;
    }

    @Override
    public TerminalWriter writer() {
      return writer;
    }

    @Override
    public void render(Node node) {
      NodeRenderer renderer = renderers.get(node.getClass());
      if (renderer != null) {
        renderer.render(node);
      }
    }
  }
}
