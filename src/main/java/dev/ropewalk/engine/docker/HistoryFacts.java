package dev.ropewalk.engine.docker;

import com.github.dockerjava.api.model.ImageHistory;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads how an image was made. Its two builders write the same instruction differently; what comes
 * out is as in a Dockerfile, but for what {@code COPY} copied: the old builder tells its hash.
 */
final class HistoryFacts {
  private static final Pattern OLD_INSTRUCTION = Pattern.compile("/bin/sh -c #\\(nop\\)\\s+");
  private static final Pattern SHELL =
      Pattern.compile("(?s)(?:RUN )?(?:\\|\\d+ .*?)?/bin/sh -c (.*)");

  private HistoryFacts() {}

  /** The instructions, the oldest first; the engine tells the newest first. */
  static List<String> read(List<ImageHistory> steps) {
    return steps.reversed().stream()
        .map(step -> instruction(Fields.of(step).text("CreatedBy")))
        .filter(instruction -> !instruction.isEmpty())
        .toList();
  }

  /** One instruction, however its builder wrote it. */
  static String instruction(String createdBy) {
    String text = createdBy.replaceFirst("\\s*# buildkit$", "").strip();
    Matcher old = OLD_INSTRUCTION.matcher(text);
    if (old.lookingAt()) {
      return text.substring(old.end()).strip();
    }
    Matcher shell = SHELL.matcher(text);
    return shell.matches() ? "RUN " + shell.group(1).strip() : text;
  }
}
