package dev.ropewalk.scorecard;

import java.util.Collection;
import java.util.Locale;

/** How a check, a step, a lesson or a whole submission stands. */
public enum Status {
  /** All of it holds. */
  PASSED,
  /** Something of it does not hold; only this is the learner's. */
  FAILED,
  /** It was not reached, because something before it does not hold. */
  BLOCKED,
  /** It could not be judged, by trouble of ours or of the machine: never a zero. */
  ERRORED,
  /** Somebody of the roster has handed in nothing; of whole submissions alone. */
  MISSING;

  /** As it is written in reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * That of a whole from those of its parts: our trouble is told first, then what failed. A whole
   * without parts has passed.
   */
  public static Status of(Collection<Status> parts) {
    for (Status each : new Status[] {ERRORED, FAILED, BLOCKED, MISSING}) {
      if (parts.contains(each)) {
        return each == BLOCKED && parts.contains(PASSED) ? FAILED : each;
      }
    }
    return PASSED;
  }
}
