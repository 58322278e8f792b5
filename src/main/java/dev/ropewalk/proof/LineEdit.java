package dev.ropewalk.proof;

import dev.ropewalk.command.GivenFlag;
import dev.ropewalk.command.Word;

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

  /** Takes a flag and its value out; of {@code -it} the other letter stays. */
  static LineEdit without(String line, GivenFlag given) {
    Word word = given.word();
    int end = given.apart().orElse(word).end();
    String before = given.letter() == 0 ? "-" : word.text().substring(0, given.letter());
    boolean othersFollow = given.letter() > 0 && given.flag().isSwitch();
    String left = othersFollow ? before + word.text().substring(given.letter() + 1) : before;
    return left.equals("-")
        ? without(line, word.start(), end)
        : new LineEdit(word.start(), end, left);
  }

  String in(String line) {
    return line.substring(0, start) + text + line.substring(end);
  }
}
