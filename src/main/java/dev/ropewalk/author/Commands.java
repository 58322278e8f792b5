package dev.ropewalk.author;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Command lines of a script or a page as a learner could type them, one after the other. */
final class Commands {
  /** What goes on over several lines, or is no command line here. */
  private static final Pattern NOT_TYPED =
      Pattern.compile(
          "(?:if|for|while|until|case|function|then|do|done|fi|esac|else)\\b.*|.*<<.*"
              + "|.*(?:[{(|]|&&|\\|\\||\\bdo|\\bthen)\\s*|[})].*|:[a-z].*|\\w+\\s*\\(\\).*");

  private Commands() {}

  /** The lines; empty when there are none, or when not every one of them can be typed by itself. */
  static Optional<String> typed(String script) {
    List<String> lines =
        script
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.startsWith("set -"))
            .toList();
    boolean typed = lines.stream().noneMatch(line -> NOT_TYPED.matcher(line).matches());
    boolean balanced = lines.stream().allMatch(Commands::balanced);
    return lines.isEmpty() || !typed || !balanced
        ? Optional.empty()
        : Optional.of(String.join("\n", lines));
  }

  private static boolean balanced(String line) {
    return line.chars().filter(c -> c == '"').count() % 2 == 0
        && line.chars().filter(c -> c == '\'').count() % 2 == 0;
  }
}
