package dev.ropewalk.grade;

import dev.ropewalk.environment.LearnerEnvironment;
import dev.ropewalk.sandbox.UsedUp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells of each limit of a submission's machine once, by which line it was used up. */
final class LimitNotes {
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
            "When `%s` had ended, %s had been used up."
                .formatted(
                    line, now.stream().map(UsedUp::words).collect(Collectors.joining(", and "))));
  }
}
