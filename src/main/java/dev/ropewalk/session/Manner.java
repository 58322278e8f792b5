package dev.ropewalk.session;

/** How the learner works with the course. */
public enum Manner {
  /** Lines are typed at the course's own prompt, one after the other. */
  PROMPT,
  /**
   * The course stands beside the learner's own shells: lines run there at any time, and some are
   * never told of.
   */
  BESIDE
}
