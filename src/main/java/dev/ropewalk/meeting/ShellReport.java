package dev.ropewalk.meeting;

import java.util.List;

/** What a shell of the learner's tells the course. */
public sealed interface ShellReport {
  /** The name that the course has given the shell. */
  String shell();

  /** It takes part. */
  record Joined(String shell, long pid) implements ShellReport {}

  /** A line begins. */
  record Began(String shell, String line) implements ShellReport {}

  /**
   * A line has ended.
   *
   * @param pipe the exit codes of the pipe that was run last, member by member; of one alone where
   *     that was none, and empty where the shell does not tell
   * @param directory where the shell is then
   */
  record Ended(String shell, String line, int exitCode, List<Integer> pipe, String directory)
      implements ShellReport {
    public Ended {
      pipe = List.copyOf(pipe);
    }
  }

  /** It takes part no longer. */
  record Left(String shell) implements ShellReport {}
}
