package dev.ropewalk.shell;

/** The learner's shell cannot be started. The message says what is missing and how to get it. */
public final class ShellProblem extends RuntimeException {
  private static final long serialVersionUID = 1;

  ShellProblem(String message) {
    super(message);
  }

  ShellProblem(String message, Throwable cause) {
    super(message, cause);
  }
}
