package dev.ropewalk.terminal;

import java.util.List;
import org.jline.utils.AttributedString;

/**
 * Something set apart by a bar on its left: a task, a hint, a warning. {@link
 * MarkdownView#lines(Note, List)} draws one with Markdown inside.
 *
 * @param role gives the bar and the title their look
 * @param title a few words such as {@code Hint 1 of 3}; may be empty
 */
public record Note(Role role, String title) {
  /** Draws sentences with code in backticks. */
  public List<AttributedString> draw(Sheet sheet, String sentences) {
    TerminalWriter writer = new TerminalWriter(sheet);
    open(sheet, writer);
    writer.wrapped(new Ink(sheet).sentences(sentences).dry());
    return writer.lines();
  }

  /** What is written next stands beside the bar, below the title. */
  void open(Sheet sheet, TerminalWriter writer) {
    AttributedString bar = sheet.text(role, sheet.glyphs().bar() + " ");
    writer.indent(bar, bar);
    if (!title.isEmpty()) {
      writer.wrapped(new Ink(sheet).push(role).sentences(title).dry());
    }
  }
}
