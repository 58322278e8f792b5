package dev.ropewalk.terminal;

import dev.ropewalk.session.Word;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How ropewalk's own words are named to a learner. Texts name them as they are typed at the
 * course's prompt; where there is none, it is a key or a command that does the same.
 */
public enum WordNames {
  /** For a learner at the course's own prompt. */
  PROMPT {
    @Override
    Optional<String> other(Word word, String argument) {
      return Optional.empty();
    }
  },
  /** For one who looks at the pane of {@code ropewalk watch}. */
  KEYS {
    @Override
    Optional<String> other(Word word, String argument) {
      return Optional.of(
          WatchKey.of(word).map(WordNames::named).orElseGet(() -> command(word, argument)));
    }
  },
  /** For one in a shell, while the course has a prompt elsewhere. */
  BESIDE_PROMPT {
    @Override
    Optional<String> other(Word word, String argument) {
      return switch (word) {
        case STEP, HINT, WHY, ANSWER, INSIDE -> Optional.of(command(word, argument));
        case HELP, CHECK, STATE, SOLUTION, SKIP, RETRY, UNDO, PLAY, NEXT, LIST, GOTO, RESET, QUIT ->
            Optional.empty();
      };
    }
  },
  /** For one in a shell, while {@code ropewalk watch} stands elsewhere. */
  BESIDE_KEYS {
    @Override
    Optional<String> other(Word word, String argument) {
      return switch (word) {
        case HINT, WHY, INSIDE -> Optional.of(command(word, argument));
        case STEP,
            HELP,
            CHECK,
            ANSWER,
            STATE,
            SOLUTION,
            SKIP,
            RETRY,
            UNDO,
            PLAY,
            NEXT,
            LIST,
            GOTO,
            RESET,
            QUIT ->
            Optional.of(
                WatchKey.of(word)
                    .map(key -> named(key) + " of `ropewalk watch`")
                    .orElseGet(() -> command(word, argument)));
      };
    }
  };

  private static final Pattern SPELLED = Pattern.compile(":([a-z]+)(?:\\s+(.*))?");

  /**
   * The word by another name than the one at the prompt: a piece of a sentence, if there is one.
   */
  abstract Optional<String> other(Word word, String argument);

  /**
   * What stands for a piece of code that is one of ropewalk's words; nothing where it stays as it
   * is. Code stands in backticks in it.
   */
  Optional<String> other(String code) {
    Matcher spelled = SPELLED.matcher(code);
    if (!spelled.matches()) {
      return Optional.empty();
    }
    String argument = spelled.group(2) == null ? "" : spelled.group(2);
    return Stream.of(Word.values())
        .filter(word -> word.word().equals(spelled.group(1)))
        .findFirst()
        .flatMap(word -> other(word, argument));
  }

  /** A line that is typed: an answer is given with a command where there is no prompt for it. */
  String line(String typed) {
    String word = ":" + Word.ANSWER.word() + " ";
    return this != PROMPT && typed.startsWith(word)
        ? "ropewalk " + Word.ANSWER.word() + " " + typed.substring(word.length())
        : typed;
  }

  private static String named(WatchKey key) {
    return "the key `%s`".formatted(key.key());
  }

  /** A command in a terminal of the learner's; a lesson is left before another one is opened. */
  private static String command(Word word, String argument) {
    return switch (word) {
      case HELP -> "`ropewalk --help`";
      case GOTO ->
          "`ropewalk watch %s` (after the key `q`)"
              .formatted(argument.isEmpty() ? "LESSON" : argument.replaceFirst("/.*", ""));
      case STEP,
          HINT,
          CHECK,
          WHY,
          ANSWER,
          STATE,
          INSIDE,
          SOLUTION,
          SKIP,
          RETRY,
          UNDO,
          PLAY,
          NEXT,
          LIST,
          RESET,
          QUIT ->
          "`%s`".formatted(("ropewalk " + word.word() + " " + argument).strip());
    };
  }
}
