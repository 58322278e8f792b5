package dev.ropewalk.session;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What can be asked of a running course from another terminal, whatever its own one does. */
public enum Consultation {
  /** The step that is open. */
  STEP,
  /** The next hint. */
  HINT,
  /** How the step stands now, with every reason. */
  WHY,
  /** Where the course is, and what it does. */
  STATUS,
  /** What is in a running container, beside its host. */
  INSIDE,
  /** Whether an answer to the step's question is right; it counts. */
  ANSWER;

  private static final Pattern COMMAND =
      Pattern.compile("\\s*(?:\\S*/)?ropewalk\\s+([a-z]+)(?:\\s[^;&|]*)?");

  private static final Pattern IN_PASSING =
      Pattern.compile("(?:^|[\\s;&|(/])ropewalk\\s+(?:step|hint|why|status|inside|answer)\\b");

  /** Whether a line asks the course, whatever else it does: it may be the one that asks now. */
  static boolean isAskedIn(String line) {
    return IN_PASSING.matcher(line).find();
  }

  /** What a word asks for. */
  public static Optional<Consultation> find(String word) {
    return Stream.of(values())
        .filter(what -> what.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst();
  }

  /** Whether a line in a shell of the learner's does nothing but ask the course. */
  static boolean isMadeBy(String line) {
    Matcher command = COMMAND.matcher(line);
    return command.matches() && find(command.group(1)).isPresent();
  }
}
