package dev.ropewalk.command;

/**
 * A word that completes what was typed.
 *
 * @param value the whole word, unquoted
 * @param description what it is, or empty
 * @param group the heading to show it under, such as {@code Management Commands} or {@code images}
 * @param ending what follows it
 */
public record Candidate(String value, String description, String group, Ending ending) {
  /** What follows a completed word. */
  public enum Ending {
    /** A space: the word is whole. */
    SPACE,
    /** Nothing: more of the same word follows, such as the path after {@code container:}. */
    NOTHING
  }

  static Candidate word(String value, String description, String group) {
    return new Candidate(value, description, group, Ending.SPACE);
  }

  static Candidate stem(String value, String description, String group) {
    return new Candidate(value, description, group, Ending.NOTHING);
  }
}
