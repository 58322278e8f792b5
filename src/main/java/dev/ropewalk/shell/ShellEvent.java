package dev.ropewalk.shell;

/** What a running bash tells us. */
sealed interface ShellEvent {
  /**
   * It is ready for its next line.
   *
   * @param line the number of the line that it has finished
   * @param options its {@code $-}
   * @param directory its {@code $PWD}, which a learner may have changed to anything
   */
  record Ready(long line, int exitCode, long pid, String options, String directory)
      implements ShellEvent {}

  /** Its process is gone. */
  record Ended() implements ShellEvent {}
}
