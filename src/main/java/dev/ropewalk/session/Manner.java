package dev.ropewalk.session;

/** How the learner works with the course; the one place that says what follows from it. */
public enum Manner {
  /** Lines are typed at the course's own prompt by a person who reads: a done step waits. */
  PROMPT,
  /** Lines come one after the other, from a pipe or a player: a done step gives way to the next. */
  STEADY,
  /**
   * The course stands beside the learner's own shells: lines run there at any time, and some are
   * never told of. What was said of a done step stays beside the next one.
   */
  BESIDE;

  /** Whether lines run in the course's own shell, of which it knows the folder. */
  boolean hasShell() {
    return this != BESIDE;
  }

  /** Whether the next step opens only when the learner goes on. */
  boolean waits() {
    return this == PROMPT;
  }
}
