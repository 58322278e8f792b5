package dev.ropewalk.command;

import java.util.regex.Pattern;

/**
 * One word of a command line.
 *
 * @param text the word with its quotes taken away; expansions such as {@code $(...)} stay as
 *     written
 * @param start where it begins in the line, quotes included
 * @param end the place after its last character, closing quote included
 */
public record Word(String text, int start, int end) {
  static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*\\+?=");

  /** A word that is a line of its own. */
  static Word alone(String text) {
    return new Word(text, 0, text.length());
  }

  boolean isAssignment() {
    return text.indexOf('=') > 0 && ASSIGNMENT.matcher(text).lookingAt();
  }
}
