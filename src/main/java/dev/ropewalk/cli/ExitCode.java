package dev.ropewalk.cli;

/** What ropewalk's exit codes mean. */
final class ExitCode {
  static final int PASSED = 0;
  static final int NOT_PASSED = 1;
  static final int WRONG_USE = 2;
  static final int BROKEN_COURSE = 3;
  static final int NO_ENGINE = 4;
  static final int BUG = 70;

  /** Nobody is at the terminal any more; as a shell reports the signal HUP. */
  static final int HUNG_UP = 128 + 1;

  private ExitCode() {}
}
