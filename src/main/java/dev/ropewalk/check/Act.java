package dev.ropewalk.check;

/** Something the learner did. */
public sealed interface Act {
  /**
   * A command line that has ended.
   *
   * @param line as typed
   * @param exitCode of the shell when it ended
   */
  record Line(String line, int exitCode) implements Act {}

  /** An answer to a question, after the learner's shell has expanded it. */
  record Answer(String value) implements Act {}
}
