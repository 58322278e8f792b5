package dev.ropewalk.terminal;

import dev.ropewalk.session.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jline.utils.AttributedString;

/**
 * A step in parts, for a place that has not room for all of it.
 *
 * @param head which step it is
 * @param task the block that says what to do, and the lines that it is about; empty where the text
 *     has none
 * @param told the rest of the text
 */
record StepDrawing(
    List<AttributedString> head, List<AttributedString> task, List<AttributedString> told) {
  private static final int FEW_LINES = 2;

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
    if (!task.isEmpty()) {
      told.stream().filter(StepDrawing::isShortCode).forEach(task::add);
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

  /** A line to be typed, of which the task speaks: it stands with the task as well. */
  private static boolean isShortCode(Node block) {
    Optional<String> code =
        switch (block) {
          case FencedCodeBlock fenced -> Optional.of(fenced.getLiteral());
          case IndentedCodeBlock indented -> Optional.of(indented.getLiteral());
          default -> Optional.empty();
        };
    return code.filter(it -> it.lines().count() <= FEW_LINES).isPresent();
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
