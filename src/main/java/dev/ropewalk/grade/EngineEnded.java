package dev.ropewalk.grade;

/** The engine of a submission ended while one of its lines ran. */
final class EngineEnded extends Exception {
  private static final long serialVersionUID = 1;

  private final int number;
  private final String line;

  /**
   * @param number of the line, from 0
   */
  EngineEnded(int number, String line) {
    super("The engine ended while `" + line + "` ran.");
    this.number = number;
    this.line = line;
  }

  int number() {
    return number;
  }

  String line() {
    return line;
  }
}
