package dev.ropewalk.command;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A part of a command line that docker would refuse.
 *
 * @param reason what is wrong with it
 * @param word the command, the flag with its dashes, or the flag and its value
 * @param command the command that it was given to, such as {@code docker ps}
 * @param known the words that docker takes in its place
 */
public record NotUnderstood(Reason reason, String word, String command, List<String> known) {
  /** What is wrong. */
  public enum Reason {
    UNKNOWN_COMMAND,
    UNKNOWN_FLAG,
    MISSING_VALUE,
    BAD_VALUE
  }

  public NotUnderstood {
    known = List.copyOf(known);
  }

  /**
   * One or two sentences for the learner.
   *
   * @param near finds among known words the one that was probably meant
   */
  public String explain(BiFunction<String, Collection<String>, Optional<String>> near) {
    String what =
        switch (reason) {
          case UNKNOWN_COMMAND -> "`%s` has no command `%s`.".formatted(command, word);
          case UNKNOWN_FLAG -> "`%s` has no flag `%s`.".formatted(command, word);
          case MISSING_VALUE -> "The flag `%s` of `%s` needs a value.".formatted(word, command);
          case BAD_VALUE -> "`%s` takes only true or false (`%s`).".formatted(word, command);
        };
    if (reason == Reason.UNKNOWN_COMMAND) {
      return OtherWords.meant(word, known)
          .or(() -> near.apply(word, known))
          .map(meant -> what + " Did you mean `%s %s`?".formatted(command, meant))
          .orElse(what);
    }
    return near.apply(word, known)
        .map(meant -> what + " Did you mean `" + meant + "`?")
        .orElse(what);
  }
}
