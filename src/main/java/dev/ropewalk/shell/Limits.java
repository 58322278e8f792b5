package dev.ropewalk.shell;

import java.time.Duration;
import java.util.Objects;

/**
 * What a line may use up where nobody sits in front of it.
 *
 * @param deadline after which everything that the line started is ended
 * @param outputBytes how much of the beginning of a line's output is kept
 */
public record Limits(Duration deadline, int outputBytes) {
  public Limits {
    Objects.requireNonNull(deadline);
    if (deadline.isNegative() || deadline.isZero()) {
      throw new IllegalArgumentException("the deadline " + deadline + " leaves no time");
    }
    if (outputBytes < 0) {
      throw new IllegalArgumentException("cannot keep " + outputBytes + " bytes of output");
    }
  }
}
