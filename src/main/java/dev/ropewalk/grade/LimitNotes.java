package dev.ropewalk.grade;

import dev.ropewalk.environment.LearnerEnvironment;
import dev.ropewalk.sandbox.UsedUp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tells of each limit of a submission's machine once, by which line it was used up, and why the
 * machine was lost.
 */
final class LimitNotes {
  private static final String STOPPED =
      "The engine was stopped by a signal while `%s` ran, and answered nothing any more.";

  private final LearnerEnvironment environment;
  private final List<UsedUp> told = new ArrayList<>();

  LimitNotes(LearnerEnvironment environment) {
    this.environment = environment;
  }

  /** A sentence about what was used up since the last call. */
  Optional<String> after(String line) {
    List<UsedUp> now =
        environment.usedUp().stream().filter(limit -> !told.contains(limit)).toList();
    told.addAll(now);
    return now.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "When `%s` had ended, it was used up: %s."
                .formatted(
                    line, now.stream().map(UsedUp::words).collect(Collectors.joining(", and "))));
  }

  /**
   * The loss of the machine.
   *
   * @param number of the line, from 0
   * @param sentence with a place for the line, where nothing more is known
   */
  MachineLost lost(int number, String line, String sentence, Throwable cause) {
    Optional<String> usedUp = after(line);
    boolean stopped = environment.isEngineStopped();
    String words = (stopped ? STOPPED : sentence).formatted(line);
    MachineLost lost =
        new MachineLost(
            number,
            usedUp.map(why -> why + " " + words).orElse(words),
            usedUp.isPresent() || stopped);
    lost.initCause(cause);
    return lost;
  }
}
