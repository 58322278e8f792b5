package dev.ropewalk.practice;

/** How well a step was done without help; what FSRS calls a rating. */
public enum Recall {
  /** It was not: it was done for the learner, shown to them, or missed again and again. */
  AGAIN,
  /** With a hint, or after a miss. */
  HARD,
  /** At once. */
  GOOD;

  /** So many misses are as good as no recall. */
  private static final int MANY_MISSES = 3;

  /**
   * Computes it from what happened while the step was open.
   *
   * @param shown whether the solution was shown, or typed for the learner
   */
  static Recall of(int misses, int hints, boolean shown) {
    if (shown || misses >= MANY_MISSES) {
      return AGAIN;
    }
    return misses + hints > 0 ? HARD : GOOD;
  }

  /** From 1, as the formulas of FSRS count. */
  int grade() {
    return ordinal() + 1;
  }
}
