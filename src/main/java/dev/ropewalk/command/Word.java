package dev.ropewalk.command;

/**
 * One word of a command line.
 *
 * @param text the word with its quotes taken away; expansions such as {@code $(...)} stay as
 *     written
 * @param start where it begins in the line, quotes included
 * @param end the place after its last character, closing quote included
 */
public record Word(String text, int start, int end) {
  /** A word that is a line of its own. */
  static Word alone(String text) {
    return new Word(text, 0, text.length());
  }

  boolean isAssignment() {
    return text.matches("(?s)[A-Za-z_][A-Za-z_0-9]*\\+?=.*");
  }
}
