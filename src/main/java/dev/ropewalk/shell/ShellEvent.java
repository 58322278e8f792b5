package dev.ropewalk.shell;

import java.util.Optional;

/** What a running bash tells us. */
sealed interface ShellEvent {
  /**
   * It is ready for its next line.
   *
   * @param line the number of the line that it has finished
   * @param options its {@code $-}
   * @param directory its {@code $PWD}, which a learner may have changed to anything
   * @param value the words that the line has kept ({@link Feed#keeping})
   */
  record Ready(
      long line, int exitCode, long pid, String options, String directory, Optional<String> value)
      implements ShellEvent {}

  /** Its process is gone. */
  record Ended() implements ShellEvent {}
}
