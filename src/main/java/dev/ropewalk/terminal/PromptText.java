package dev.ropewalk.terminal;

import dev.ropewalk.session.Prompt;
import java.nio.file.Path;
import org.jline.utils.AttributedString;

/** Draws the prompt: lesson, step, folder. */
final class PromptText {
  private static final int ROOM_FOR_FOLDER = 60;

  private PromptText() {}

  static AttributedString draw(Sheet sheet, Prompt prompt, Path directory) {
    return switch (prompt.question()) {
      case REMOVE -> new Ink(sheet).add(Role.WARNING, "Remove them? (y/n) ").dry();
      case AGAIN -> new Ink(sheet).add(Role.WARNING, "Begin the lesson again? (y/n) ").dry();
      case RUN -> new Ink(sheet).add(Role.WARNING, "Run them? (y/n) ").dry();
      case FETCH -> new Ink(sheet).add(Role.WARNING, "Fetch now? [Enter/n] ").dry();
      case NONE -> place(sheet, prompt, directory);
    };
  }

  private static AttributedString place(Sheet sheet, Prompt prompt, Path directory) {
    Ink ink = new Ink(sheet);
    if (!prompt.lesson().isEmpty()) {
      ink.add(Role.PROMPT, prompt.lesson());
      if (prompt.step() > 0) {
        boolean done = prompt.counts() == Prompt.Counts.WHEN_OPEN;
        ink.add(Role.DIM, " " + (done ? prompt.step() - 1 : prompt.step()) + "/" + prompt.steps());
        switch (prompt.counts()) {
          case NOW -> {}
          case WHEN_OPEN -> ink.add(Role.PASSED, " " + sheet.glyphs().passed());
          case NOT_ASIDE -> ink.add(Role.WARNING, " play");
        }
      }
    }
    Path name = directory.getFileName();
    if (sheet.width() >= ROOM_FOR_FOLDER && name != null) {
      ink.add(Role.DIM, " " + name);
    }
    return ink.add(Role.PROMPT, " $ ").dry();
  }
}
