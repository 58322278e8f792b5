package dev.ropewalk.check.plan;

import dev.ropewalk.check.Diagnosis;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What to do next.
 *
 * @param says whole sentences, commands in backticks
 * @param lines the same as command lines, complete and in order
 */
record Plan(String says, List<String> lines) {
  /** There is no way from here but to begin the step again. */
  static final Plan RETRY = new Plan(Diagnosis.BEGIN_AGAIN, List.of(":retry"));

  private static final Pattern REMOVES_IT =
      Pattern.compile("^Remove it \\(`docker rm -f (\\S+)`\\)");

  Plan {
    lines = List.copyOf(lines);
  }

  /** The container that it calls just "it". */
  Optional<String> removes() {
    return REMOVES_IT.matcher(says).results().map(it -> it.group(1)).findFirst();
  }

  /** The same where the container was not named yet. */
  Plan named() {
    return new Plan(
        REMOVES_IT.matcher(says).replaceFirst("Remove `$1` (`docker rm -f $1`)"), lines);
  }

  /** The same after another line. */
  Plan after(String sentence, String line) {
    return new Plan(sentence + " " + says, Stream.concat(Stream.of(line), lines.stream()).toList());
  }
}
