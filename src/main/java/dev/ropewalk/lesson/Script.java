package dev.ropewalk.lesson;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines as a learner would type them, one after the other: shell commands, or words of ropewalk
 * such as {@code :answer 5}.
 *
 * @param text all lines
 */
public record Script(String text) {
  /** Nothing. */
  public static final Script NONE = new Script("");

  public Script {
    text = text.strip();
  }

  /** The lines; one that ends with a backslash goes on in the next. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    for (String line : text.lines().toList()) {
      open.append(line);
      if (line.endsWith("\\")) {
        open.append('\n');
      } else {
        lines.add(open.toString());
        open.setLength(0);
      }
    }
    if (!open.isEmpty()) {
      lines.add(open.toString());
    }
    return lines.stream().filter(line -> !line.isBlank()).toList();
  }

  /** Whether there is nothing to type. */
  public boolean isEmpty() {
    return text.isEmpty();
  }

  /** These lines and then others. */
  public Script and(Script more) {
    return new Script(text + "\n" + more.text());
  }
}
