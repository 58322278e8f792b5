package dev.ropewalk.practice;

import java.time.Duration;
import java.time.Instant;

/**
 * What is known of how well a learner remembers a step.
 *
 * @param stability days after which they still know it with a probability of 0.9
 * @param difficulty from 1, easy, to 10
 * @param last when it was done last
 * @param due when it comes again
 */
public record Memory(double stability, double difficulty, Instant last, Instant due) {
  /** The time from the last to the next. */
  public Duration interval() {
    return Duration.between(last, due);
  }
}
