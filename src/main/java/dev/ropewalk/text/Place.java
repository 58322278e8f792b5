package dev.ropewalk.text;

/**
 * A stretch of one line of a source.
 *
 * @param line counted from 1
 * @param column counted from 1, in characters
 * @param length in characters, at least 1
 */
public record Place(int line, int column, int length) {
  /** The very beginning of a source. */
  public static final Place START = new Place(1, 1, 1);

  public Place {
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException("line and column count from 1: " + line + ":" + column);
    }
    length = Math.max(1, length);
  }
}
