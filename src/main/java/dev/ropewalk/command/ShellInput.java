package dev.ropewalk.command;

import java.util.Optional;

/**
 * What a shell takes in before it runs anything: a whole command, or several on one line, with all
 * the lines that a quote, a here-document or a loop goes on for. Nothing is run, and no shell is
 * asked: aliases and options are those of a new bash.
 *
 * @param text without the newline that ends it
 * @param tail the place in it after the last word or sign, here-documents and comments left out:
 *     there a further command can be put
 * @param end the place after it, in the text that it was read from
 * @param kind whether bash would run it
 * @param unfinished what is still open, where the text ends too early
 */
public record ShellInput(
    String text, int tail, int end, Kind kind, Optional<Unfinished> unfinished) {
  /** Whether it is grammar. */
  public enum Kind {
    /** It is, or it would be if it were finished. */
    WHOLE,
    /** Bash says `syntax error` and runs nothing of it. */
    WRONG
  }

  /**
   * Reads one input.
   *
   * @param start where it begins in the text, from 0
   */
  public static ShellInput at(String text, int start) {
    return ShellLexer.input(text, start);
  }

  /** One line, which is not meant for a shell. */
  public static ShellInput line(String text, int start) {
    int newline = text.indexOf('\n', start);
    int end = newline < 0 ? text.length() : newline;
    return new ShellInput(
        text.substring(start, end), end - start, end, Kind.WHOLE, Optional.empty());
  }

  /** Whether bash would take it and run it. */
  public boolean isWhole() {
    return kind == Kind.WHOLE && unfinished.isEmpty();
  }
}
