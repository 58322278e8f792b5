package dev.ropewalk.library;

/**
 * A course that cannot be added, brought up to date or removed: what is wrong, and how to mend it.
 */
public final class LibraryProblem extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String fix;

  LibraryProblem(String what, String fix) {
    super(what);
    this.fix = fix;
  }

  LibraryProblem(String what, String fix, Throwable cause) {
    super(what, cause);
    this.fix = fix;
  }

  /** What is wrong, as one sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }

  /** What to do about it. */
  public String fix() {
    return fix;
  }
}
