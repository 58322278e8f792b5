package dev.ropewalk.engine;

import org.jspecify.annotations.Nullable;

/**
 * The engine's trouble: it cannot be reached, does not answer in time, or refuses. Never the
 * learner's mistake.
 */
public final class EngineProblem extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What kind of trouble it is. */
  public enum Kind {
    /** Nobody answers at the address. */
    UNREACHABLE,
    /** Somebody is there but did not answer before the deadline. */
    TIMEOUT,
    /** The engine answered with an error. */
    REFUSED
  }

  private final Kind kind;

  public EngineProblem(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** One sentence for a person, without a stack trace. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
