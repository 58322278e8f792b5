package dev.ropewalk.shell;

import java.util.List;
import java.util.Optional;

/** What a running bash tells us. */
sealed interface ShellEvent {
  /**
   * It is ready for its next line.
   *
   * @param line the number of the line that it has finished
   * @param options its {@code $-}
   * @param directory its {@code $PWD}, which a learner may have changed to anything, in Latin-1: a
   *     character for each byte
   * @param value the words that the line has kept ({@link BashScripts#keeping})
   * @param pipe the exit codes of the line's last pipe, member by member, where they were asked for
   * @param reading commands that make another bash understand text as this one
   */
  record Ready(
      long line,
      int exitCode,
      long pid,
      String options,
      String directory,
      Optional<String> value,
      List<Integer> pipe,
      String reading)
      implements ShellEvent {
    public Ready {
      pipe = List.copyOf(pipe);
    }
  }

  /** Its process is gone. */
  record Ended() implements ShellEvent {}
}
