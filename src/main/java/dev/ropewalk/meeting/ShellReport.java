package dev.ropewalk.meeting;

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
   * @param directory where the shell is then
   */
  record Ended(String shell, String line, int exitCode, String directory) implements ShellReport {}

  /** It takes part no longer. */
  record Left(String shell) implements ShellReport {}
}
