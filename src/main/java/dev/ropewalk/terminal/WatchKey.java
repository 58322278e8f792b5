package dev.ropewalk.terminal;

import dev.ropewalk.session.Prompt;
import java.util.List;
import java.util.Optional;

/**
 * A key of the watch pane.
 *
 * @param label what it does
 * @param line what is typed for it
 */
record WatchKey(char key, String label, String line) {
  private static final List<WatchKey> ALWAYS =
      List.of(
          new WatchKey('h', "hint", ":hint"),
          new WatchKey('w', "why", ":why"),
          new WatchKey('s', "skip", ":skip"),
          new WatchKey('r', "retry", ":retry"),
          new WatchKey('n', "next", ":next"),
          new WatchKey('l', "list", ":list"),
          new WatchKey('q', "quit", ":quit"));

  private static final List<WatchKey> ASKED =
      List.of(new WatchKey('y', "yes", "y"), new WatchKey('n', "no", "n"));

  /** The keys while something is asked, or nothing. */
  static List<WatchKey> of(Prompt.Question question) {
    return switch (question) {
      case NONE -> ALWAYS;
      case REMOVE, RUN -> ASKED;
    };
  }

  /** What a pressed key means; nothing where it means nothing now. */
  static Optional<WatchKey> find(Prompt.Question question, int pressed) {
    return of(question).stream()
        .filter(key -> key.key() == Character.toLowerCase(pressed))
        .findFirst();
  }
}
