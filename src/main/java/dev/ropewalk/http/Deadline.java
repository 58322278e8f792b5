package dev.ropewalk.http;

import java.net.SocketTimeoutException;
import java.time.Duration;

/** A moment after which nobody waits any longer. */
public final class Deadline {
  /** Never. */
  public static final Deadline NONE = new Deadline(Duration.ZERO, 0);

  private final Duration allowed;
  private final long end;

  private Deadline(Duration allowed, long end) {
    this.allowed = allowed;
    this.end = end;
  }

  /** So long from now on. */
  public static Deadline in(Duration allowed) {
    return new Deadline(allowed, System.nanoTime() + allowed.toNanos());
  }

  /** How long one may still wait; zero once it has passed. Not to be asked of {@link #NONE}. */
  public Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  /**
   * How long one may still wait, as a selector wants it.
   *
   * @return milliseconds, at least 1; 0 means for ever
   * @throws SocketTimeoutException when the moment has passed
   */
  public long millisLeft() throws SocketTimeoutException {
    if (this == NONE) {
      return 0;
    }
    if (left().isZero()) {
      throw new SocketTimeoutException("no answer within " + allowed.toMillis() + " ms");
    }
    return left().toMillis() + 1;
  }
}
