package dev.ropewalk.journal;

/**
 * Free play: what is done in it does not count for the open step.
 *
 * @param was what of the lesson's own was there when it began
 * @param events of the step that had happened before
 * @param acts of the learner in the step before
 */
public record FreePlay(Kind kind, Beginning was, int events, int acts) {
  /** Why nothing counts. */
  public enum Kind {
    /** The step before is done, and the learner has not gone on to this one yet. */
    BETWEEN,
    /** The learner has set the step aside. */
    ASIDE
  }
}
