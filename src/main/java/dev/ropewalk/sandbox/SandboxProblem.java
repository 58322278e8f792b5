package dev.ropewalk.sandbox;

import org.jspecify.annotations.Nullable;

/** A private engine cannot be started or removed. The message says why, in words for a person. */
public final class SandboxProblem extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Trouble with what runs inside. */
  public SandboxProblem(String message) {
    this(message, null);
  }

  /**
   * @param cause its own words are added
   */
  public SandboxProblem(String message, @Nullable Throwable cause) {
    super(cause == null ? message : "%s (%s)".formatted(message, cause.getMessage()), cause);
  }
}
