package dev.ropewalk.grade;

/** A submission's machine had no engine, or no shell, any more after one of its lines. */
final class MachineLost extends Exception {
  private static final long serialVersionUID = 1;

  private final int number;
  private final boolean usedUp;

  /**
   * @param number of the line, from 0
   * @param usedUp whether the line had used up all that it may have, so that it is known by whom
   */
  MachineLost(int number, String sentence, boolean usedUp) {
    super(sentence);
    this.number = number;
    this.usedUp = usedUp;
  }

  int number() {
    return number;
  }

  boolean isUsedUp() {
    return usedUp;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
