package dev.ropewalk.rehearsal;

import java.time.Duration;

/**
 * What some work has cost.
 *
 * @param time that passed
 * @param processor time of the processors of the machine it was done on, by whatever ran there;
 *     zero where nobody counts it
 */
public record Spent(Duration time, Duration processor) {
  public static final Spent NOTHING = new Spent(Duration.ZERO, Duration.ZERO);

  public Spent plus(Spent other) {
    return new Spent(time.plus(other.time), processor.plus(other.processor));
  }

  /** What is left of it without a part of it, or nothing. */
  public Spent without(Spent part) {
    return new Spent(left(time, part.time), left(processor, part.processor));
  }

  private static Duration left(Duration all, Duration part) {
    return all.compareTo(part) > 0 ? all.minus(part) : Duration.ZERO;
  }
}
