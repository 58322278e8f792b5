package dev.ropewalk.terminal;

/** What a piece of text means to the reader. Callers name the meaning; a {@link Palette} looks. */
public enum Role {
  /** Nothing in particular. */
  PLAIN,
  /** A check that holds. */
  PASSED,
  /** A check that does not hold. */
  FAILED,
  /** A check that waits for another, or for time to pass. */
  WAITING,
  /** Trouble of ours or of the engine's, never the learner's. */
  ERRORED,
  /** What the learner is asked to do. */
  TASK,
  /** A title. */
  HEADING,
  STRONG,
  EMPHASIS,
  /** Something to be typed or read literally. */
  CODE,
  LINK,
  /** The bar of a note or a quotation. */
  NOTE,
  /** A step up the ladder of hints. */
  HINT,
  WARNING,
  /** What may be overlooked. */
  DIM,
  /** New on the engine. */
  ADDED,
  /** Gone from the engine. */
  REMOVED,
  /** Different on the engine. */
  CHANGED,
  /** A container that runs. */
  RUNNING,
  /** A container that does not run. */
  STOPPED,
  PROMPT
}
