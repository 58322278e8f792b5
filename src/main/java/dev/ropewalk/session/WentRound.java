package dev.ropewalk.session;

import dev.ropewalk.check.LearnerAct;
import dev.ropewalk.check.why.CommandEnds;
import dev.ropewalk.journal.LessonProgress;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Finds a line that went round the recorder: it worked, and asked nothing where it was heard. */
final class WentRound {
  /**
   * Docker with a command, of those that are more than the client's own business; or its socket.
   */
  private static final Pattern ASKS_THE_ENGINE =
      Pattern.compile(
          "(?m)(^|[\\s;|&(/])docker(\\s+-\\S+)*\\s+(?!help|context|login|logout|completion)[a-z](?!.*--help)"
              + "|docker\\.sock\\b");

  private WentRound() {}

  /** The newest line since the step opened, if it did so. */
  static Optional<String> newest(LessonProgress standing) {
    return Evidence.history(standing).lines().reversed().stream()
        .findFirst()
        .filter(line -> line.requests().equals(OptionalInt.of(0)) && line.exitCode() == 0)
        .filter(line -> CommandEnds.of(line).worked())
        .filter(line -> ASKS_THE_ENGINE.matcher(line.script()).find())
        .map(LearnerAct.Line::line);
  }
}
