package dev.ropewalk.terminal;

import dev.ropewalk.session.Prompt;
import java.nio.file.Path;
import org.jline.utils.AttributedString;

/** Draws the prompt: lesson, step, folder. */
final class PromptText {
  private static final int ROOM_FOR_FOLDER = 60;

  private PromptText() {}

  static AttributedString draw(Sheet sheet, Prompt prompt, Path directory) {
    if (prompt.question() == Prompt.Question.YES_OR_NO) {
      return new Ink(sheet).add(Role.WARNING, "Remove them? (y/n) ").dry();
    }
    Ink ink = new Ink(sheet);
    if (!prompt.lesson().isEmpty()) {
      ink.add(Role.PROMPT, prompt.lesson());
      if (prompt.step() > 0) {
        ink.add(Role.DIM, " " + prompt.step() + "/" + prompt.steps());
      }
    }
    Path name = directory.getFileName();
    if (sheet.width() >= ROOM_FOR_FOLDER && name != null) {
      ink.add(Role.DIM, " " + name);
    }
    return ink.add(Role.PROMPT, " $ ").dry();
  }
}
