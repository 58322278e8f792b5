package dev.ropewalk.session;

import dev.ropewalk.command.ShellWords;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.text.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a line goes that bash did not know, or that means more to ropewalk than to bash. */
final class Pointer {
  private static final int COMMAND_NOT_FOUND = 127;
  private static final String DOCKER = "docker";

  private Pointer() {}

  /**
   * One sentence; empty where there is nothing to point at.
   *
   * @param step the open one
   */
  static Optional<String> of(String line, int exitCode, Optional<Step> step) {
    String[] words = line.strip().split("\\s+");
    boolean isWord = Stream.of(Word.values()).anyMatch(word -> word.word().equals(words[0]));
    boolean isAlone = words.length == 1;
    if (isWord && (exitCode == COMMAND_NOT_FOUND || (isAlone && isHelp(words[0])))) {
      return Optional.of(Phrases.colonMissing(words[0]));
    }
    if (exitCode == COMMAND_NOT_FOUND) {
      Optional<String> docker =
          Suggestion.nearest(words[0], List.of(DOCKER))
              .filter(near -> !near.equals(words[0]))
              .map(near -> Phrases.commandMeant(words[0], near));
      return docker.or(() -> isAlone ? step.flatMap(s -> bareAnswer(words[0], s)) : docker);
    }
    return step.flatMap(s -> elsewhere(line, s));
  }

  /** A word by itself, where a step waits for an answer. */
  private static Optional<String> bareAnswer(String word, Step step) {
    return step.asks() ? Optional.of(Phrases.answerMeant(word)) : Optional.empty();
  }

  /** What this computer did, where a container or docker was to do it. */
  private static Optional<String> elsewhere(String line, Step step) {
    List<String> typed = programs(line).map(List::getFirst).toList();
    if (typed.isEmpty() || programs(line).anyMatch(Pointer::isDocker)) {
      return Optional.empty();
    }
    return step.solution().lines().stream()
        .filter(solution -> !solution.startsWith(":"))
        .flatMap(Pointer::programs)
        .filter(Pointer::isDocker)
        .flatMap(docker -> elsewhere(typed.getFirst(), docker).stream())
        .findFirst();
  }

  private static Optional<String> elsewhere(String typed, List<String> docker) {
    List<String> words = docker.stream().skip(1).filter(word -> !word.startsWith("-")).toList();
    if (!words.isEmpty() && words.getFirst().equals(typed)) {
      return Optional.of(Phrases.dockersOwn(typed));
    }
    boolean inside = words.stream().limit(1).anyMatch(word -> word.matches("run|exec|create"));
    return inside && words.subList(1, words.size()).contains(typed)
        ? Optional.of(Phrases.hereNotInside(typed))
        : Optional.empty();
  }

  private static boolean isDocker(List<String> words) {
    return words.getFirst().matches("(.*/)?" + DOCKER);
  }

  private static Stream<List<String>> programs(String line) {
    return ShellWords.of(line).commands().stream()
        .map(command -> command.program().stream().map(dev.ropewalk.command.Word::text).toList())
        .filter(words -> !words.isEmpty());
  }

  /** Bash has a command of this name, which tells of bash. */
  private static boolean isHelp(String word) {
    return word.equals(Word.HELP.word());
  }
}
