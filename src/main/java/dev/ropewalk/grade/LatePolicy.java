package dev.ropewalk.grade;

import dev.ropewalk.scorecard.Scorecard;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What lateness takes off.
 *
 * @param due until when a submission is in time; empty for ever
 * @param grace how much later it still is
 * @param percentPerDay of the points, for each day that has begun since it was due
 */
public record LatePolicy(Optional<Instant> due, Duration grace, double percentPerDay) {
  /** Nothing is ever late. */
  public static final LatePolicy NONE = new LatePolicy(Optional.empty(), Duration.ZERO, 0);

  private static final long DAY = Duration.ofDays(1).toSeconds();

  public LatePolicy {
    if (grace.isNegative() || !(percentPerDay >= 0 && percentPerDay <= 100)) {
      throw new IllegalArgumentException("a day takes off 0 to 100 percent");
    }
  }

  /** Whether a submission of a moment is late. */
  public boolean isOver(Instant now) {
    return due.isPresent() && now.isAfter(due.get().plus(grace));
  }

  /** How late a submission of a moment is. */
  public Scorecard.Lateness of(Optional<Instant> submitted) {
    if (due.isEmpty() || submitted.isEmpty()) {
      return Scorecard.Lateness.NONE;
    }
    long late = Duration.between(due.get(), submitted.get()).toSeconds();
    if (late <= grace.toSeconds()) {
      return Scorecard.Lateness.NONE;
    }
    long days = (late + DAY - 1) / DAY;
    return new Scorecard.Lateness(late, Math.min(100, days * percentPerDay));
  }
}
