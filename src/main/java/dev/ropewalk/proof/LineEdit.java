package dev.ropewalk.proof;

/**
 * One replacement in a line, at the place of the words that it changes, so that the quotes of all
 * others stay as they are.
 *
 * @param start where the replaced text begins
 * @param end the place after it
 */
record LineEdit(int start, int end, String text) {
  /** Takes a stretch out, with the blanks before it. */
  static LineEdit without(String line, int start, int end) {
    int from = start;
    while (from > 0 && Character.isWhitespace(line.charAt(from - 1))) {
      from--;
    }
    return new LineEdit(from, end, "");
  }

  String in(String line) {
    return line.substring(0, start) + text + line.substring(end);
  }
}
