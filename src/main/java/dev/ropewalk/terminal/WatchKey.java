package dev.ropewalk.terminal;

import dev.ropewalk.session.Prompt;
import dev.ropewalk.session.Word;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A key of the watch pane.
 *
 * @param label what it does
 * @param line what is typed for it
 */
record WatchKey(char key, String label, String line) {
  private static final List<WatchKey> ALWAYS =
      List.of(
          of('h', Word.HINT),
          of('w', Word.WHY),
          of('c', Word.CHECK),
          of('s', Word.SKIP),
          of('r', Word.RETRY),
          of('u', Word.UNDO),
          of('p', Word.PLAY),
          of('o', Word.SOLUTION),
          of('e', Word.STATE),
          of('i', Word.INSIDE),
          of('n', Word.NEXT),
          of('l', Word.LIST),
          of('x', Word.RESET),
          of('q', Word.QUIT));

  private static final List<WatchKey> ASKED =
      List.of(new WatchKey('y', "yes", "y"), new WatchKey('n', "no", "n"));

  /** Those that are named where there is room for few. */
  private static final Set<Word> FEW =
      EnumSet.of(Word.HINT, Word.WHY, Word.SKIP, Word.RETRY, Word.LIST, Word.QUIT);

  private static WatchKey of(char key, Word word) {
    return new WatchKey(key, word.word(), ":" + word.word());
  }

  /** The key that stands for a word, if one does. */
  static Optional<WatchKey> of(Word word) {
    return ALWAYS.stream().filter(key -> key.label().equals(word.word())).findFirst();
  }

  /** The keys while something is asked, or nothing. */
  static List<WatchKey> of(Prompt.Question question) {
    return switch (question) {
      case NONE -> ALWAYS;
      case REMOVE, AGAIN, RUN, FETCH -> ASKED;
    };
  }

  /** The most wanted of them. */
  static List<WatchKey> few(Prompt.Question question) {
    return of(question).stream()
        .filter(
            key ->
                question != Prompt.Question.NONE
                    || FEW.stream().anyMatch(w -> w.word().equals(key.label())))
        .toList();
  }

  /** What a pressed key means; nothing where it means nothing now. */
  static Optional<WatchKey> find(Prompt.Question question, int pressed) {
    boolean enters = question == Prompt.Question.FETCH && (pressed == '\r' || pressed == '\n');
    if (enters) {
      return Optional.of(ASKED.getFirst());
    }
    return of(question).stream()
        .filter(key -> key.key() == Character.toLowerCase(pressed))
        .findFirst();
  }
}
