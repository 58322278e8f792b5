package dev.ropewalk.command;

import java.util.Optional;

/**
 * A flag as it is given to a docker command.
 *
 * @param word the word that it stands in
 * @param letter its place in a word such as {@code -it}; 0 for a long flag
 * @param value as it is written; empty for a switch without one
 * @param apart the next word, where that is the value
 */
public record GivenFlag(Flag flag, Word word, int letter, String value, Optional<Word> apart) {
  static GivenFlag of(Flag flag, Word word, int letter, String value) {
    return new GivenFlag(flag, word, letter, value, Optional.empty());
  }

  /** Its long name as docker has it today. */
  public String name() {
    return FormerNames.today(flag.name());
  }

  GivenFlag followedBy(Word next) {
    return new GivenFlag(flag, word, letter, next.text(), Optional.of(next));
  }
}
