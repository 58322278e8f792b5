package dev.ropewalk.terminal;

import dev.ropewalk.session.Message;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jline.utils.AttributedString;

/**
 * A step in parts, for a place that has not room for all of it.
 *
 * @param head which step it is
 * @param task the block that says what to do; empty where the text has none
 * @param told the rest of the text
 */
record StepDrawing(
    List<AttributedString> head, List<AttributedString> task, List<AttributedString> told) {
  private static final Parser MARKDOWN =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  StepDrawing {
    head = List.copyOf(head);
    task = List.copyOf(task);
    told = List.copyOf(told);
  }

  static StepDrawing of(Sheet sheet, Message.StepText text) {
    List<Node> task = new ArrayList<>();
    List<Node> told = new ArrayList<>();
    for (Node block : TerminalNodeContext.children(MARKDOWN.parse(text.step().prose()))) {
      (isTask(block) ? task : told).add(block);
    }
    MarkdownView view = new MarkdownView(sheet);
    return new StepDrawing(head(sheet, text), view.lines(task), view.lines(told));
  }

  static List<AttributedString> head(Sheet sheet, Message.StepText text) {
    return new StepHeader(
            text.lesson().id().slug(),
            text.number(),
            text.lesson().steps().size(),
            text.done(),
            text.step().title())
        .draw(sheet);
  }

  private static boolean isTask(Node block) {
    return block instanceof BlockQuote && words(block).startsWith("Do:");
  }

  private static String words(Node block) {
    StringBuilder words = new StringBuilder();
    block.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            words.append(text.getLiteral());
          }
        });
    return words.toString();
  }
}
