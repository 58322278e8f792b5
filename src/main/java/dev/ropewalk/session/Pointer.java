package dev.ropewalk.session;

import dev.ropewalk.text.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a line goes that bash did not know, or that means more to ropewalk than to bash. */
final class Pointer {
  private static final int COMMAND_NOT_FOUND = 127;
  private static final String DOCKER = "docker";

  private Pointer() {}

  /** One sentence; empty where there is nothing to point at. */
  static Optional<String> of(String line, int exitCode) {
    String[] words = line.strip().split("\\s+");
    boolean isWord = Stream.of(Word.values()).anyMatch(word -> word.word().equals(words[0]));
    boolean isAlone = words.length == 1;
    if (isWord && (exitCode == COMMAND_NOT_FOUND || (isAlone && isHelp(words[0])))) {
      return Optional.of(Phrases.colonMissing(words[0]));
    }
    return exitCode == COMMAND_NOT_FOUND
        ? Suggestion.nearest(words[0], List.of(DOCKER))
            .filter(near -> !near.equals(words[0]))
            .map(near -> Phrases.commandMeant(words[0], near))
        : Optional.empty();
  }

  /** Bash has a command of this name, which tells of bash. */
  private static boolean isHelp(String word) {
    return word.equals(Word.HELP.word());
  }
}
