package dev.ropewalk.journal;

import java.time.Instant;

/**
 * A line of the learner's whose effect has not been judged. Where ropewalk is killed meanwhile,
 * what it did must be asked of the engine.
 *
 * @param at when it began, or the first of several that were judged together; by our clock
 * @param eventsBefore how many events of the open step were known then
 */
public record BegunLine(Instant at, String line, int eventsBefore, End end) {
  /** What is known of its end. */
  public enum End {
    /** It runs, or was cut off when ropewalk was killed. */
    UNKNOWN,
    /** It has ended. */
    SEEN
  }

  BegunLine ended() {
    return new BegunLine(at, line, eventsBefore, End.SEEN);
  }
}
