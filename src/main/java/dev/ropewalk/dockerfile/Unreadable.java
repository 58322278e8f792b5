package dev.ropewalk.dockerfile;

/** A Dockerfile that docker would refuse; the message is a whole sentence. */
public final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;

  Unreadable(int line, String sentence) {
    super(sentence);
    this.line = line;
  }

  /** Where, from 1. */
  public int line() {
    return line;
  }

  /** What is wrong, a whole sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
