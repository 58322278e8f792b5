package dev.ropewalk.grade;

/** What was asked for cannot be graded so; the message says why, and how to mend it. */
public final class GradingRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String fix;

  GradingRefused(String what, String fix) {
    super(what);
    this.fix = fix;
  }

  /** What to do about it. */
  public String fix() {
    return fix;
  }
}
