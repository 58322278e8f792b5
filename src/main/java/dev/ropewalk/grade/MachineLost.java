package dev.ropewalk.grade;

import java.util.Optional;

/** A submission's machine had no engine, or no shell, any more after one of its lines. */
final class MachineLost extends Exception {
  private static final long serialVersionUID = 1;

  private final int number;
  private final boolean byTheLine;
  private transient Optional<Replayed> before = Optional.empty();

  /**
   * @param number of the line, from 0
   * @param byTheLine whether it is known that the line did it: it had used up all that it may have,
   *     or stopped the engine
   */
  MachineLost(int number, String sentence, boolean byTheLine) {
    super(sentence);
    this.number = number;
    this.byTheLine = byTheLine;
  }

  int number() {
    return number;
  }

  /** What had come of the lines until then. */
  Optional<Replayed> before() {
    return before;
  }

  void before(Replayed replayed) {
    before = Optional.of(replayed);
  }

  boolean isByTheLine() {
    return byTheLine;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
