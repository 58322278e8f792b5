package dev.ropewalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.patience.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code docs/writing-a-course.md} followed to the letter, in a terminal. A block that names a file
 * is written there. Of a block {@code console}, what stands after a prompt is typed, and the other
 * lines must then be shown, in this order; {@code ...} stands for lines between.
 */
final class CourseGuide {
  private static final Path GUIDE = Path.of("docs/writing-a-course.md");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)(?: (\\S+))?\\n(.*?)^```$");
  private static final Pattern TYPED = Pattern.compile("\\$ (.*)");
  private static final Pattern PLAYED = Pattern.compile("([a-z-]+ (?:\\d/\\d )?[a-z-]+ )\\$ (.*)");

  private static final Pattern ASKED = Pattern.compile("(.* \\(y/n\\)) (y|n)");

  /** A proof takes minutes where the machine is busy. */
  private static final int PROOFS = 8;

  private CourseGuide() {}

  /**
   * Follows it in a home where nothing was done.
   *
   * @param isTyped whether what stands in a block {@code console} is done; all files are written
   * @return how many blocks were followed
   */
  static int follow(Home home, Predicate<String> isTyped) throws IOException {
    int followed = 0;
    try (Learner teacher = Learner.logsIn(home, 120, Map.of())) {
      Matcher block = BLOCK.matcher(Files.readString(GUIDE));
      while (block.find()) {
        if (block.group(2) != null) {
          Path file = home.desk().resolve(block.group(2));
          assertThat(file).as("which `author new` has begun").exists();
          Files.writeString(file, block.group(3));
          followed++;
        } else if (block.group(1).equals("console") && isTyped.test(block.group(3))) {
          follow(teacher.terminal(), block.group(3).lines().toList());
          followed++;
        }
      }
    }
    return followed;
  }

  private static void follow(TmuxTerminal terminal, List<String> lines) {
    String shown = "";
    for (int i = 0; i < lines.size(); i++) {
      Matcher played = PLAYED.matcher(lines.get(i));
      Matcher outside = TYPED.matcher(lines.get(i));
      Matcher asked = ASKED.matcher(lines.get(i));
      if (played.matches()) {
        terminal.enter(played.group(2));
        shown = prompt(terminal, lines, i);
      } else if (asked.matches()) {
        terminal.enter(asked.group(2));
        shown = prompt(terminal, lines, i);
      } else if (outside.matches()) {
        terminal.enter(outside.group(1));
        shown = prompt(terminal, lines, i);
      } else if (!lines.get(i).equals("...")) {
        int at = shown.indexOf(lines.get(i).strip());
        assertThat(at).as("`%s` in:%n%s", lines.get(i), shown).isNotNegative();
        shown = shown.substring(at + lines.get(i).strip().length());
      }
    }
  }

  /** Waits until the next line can be typed, and returns what came before. */
  private static String prompt(TmuxTerminal terminal, List<String> lines, int from) {
    Predicate<String> there =
        lines.stream()
            .skip(from + 1L)
            .flatMap(line -> Stream.of(PLAYED.matcher(line), ASKED.matcher(line)))
            .filter(Matcher::matches)
            .findFirst()
            .filter(next -> isInside(lines, from))
            .<Predicate<String>>map(next -> shown -> endsWith(shown, next.group(1).strip()))
            .orElse(shown -> shown.matches("(?s).*\\noutside \\d+>"));
    return terminal.await("the next prompt", there, Patience.BUSY_MACHINE.multipliedBy(PROOFS));
  }

  private static boolean endsWith(String shown, String prompt) {
    return shown.endsWith("\n" + prompt + " $") || shown.endsWith("\n" + prompt);
  }

  /** The line opens ropewalk, or is typed in it and does not leave it. */
  private static boolean isInside(List<String> lines, int at) {
    String line = lines.get(at);
    return line.startsWith("$ ropewalk learn ")
        || ASKED.matcher(line).matches()
        || PLAYED.matcher(line).matches() && !line.endsWith(":quit");
  }
}
