package dev.ropewalk.check.learner;

import java.util.List;

/** What an answer looks like. */
sealed interface AnswerForm {
  /** A whole number. */
  record Number() implements AnswerForm {}

  /** A text. */
  record Text() implements AnswerForm {}

  /** One of these words. */
  record Choice(List<String> of) implements AnswerForm {
    public Choice {
      of = List.copyOf(of);
    }
  }

  /** What the learner is to type after {@code :answer}. */
  default String wanted() {
    return switch (this) {
      case Number() -> "the number";
      case Text() -> "what you found";
      case Choice(var of) -> "one of `" + String.join("`, `", of) + "`";
    };
  }
}
