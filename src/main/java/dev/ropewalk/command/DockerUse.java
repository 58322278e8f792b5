package dev.ropewalk.command;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a line that was run does with docker, as far as its words tell. */
public enum DockerUse {
  /** Nothing: it runs other programs, or only speaks of docker. */
  NONE,
  /** It looks: at lists, logs, details, at help. */
  LOOKS,
  /** It is to change something, or may be. */
  ACTS;

  private static final String DOCKER = "docker";

  /** Programs for which the words after them are words, and no commands. */
  private static final Set<String> SPEAK_ONLY =
      Set.of(
          "echo", "printf", ":", "which", "type", "man", "info", "ls", "cd", "cat", "less", "more",
          "grep", "git", "apt", "apt-get", "history", "whereis", "vi", "vim", "nano");

  /**
   * @param line as typed
   * @param ran the simple commands that the shell ran for it; empty where the shell does not tell
   */
  public static DockerUse of(String line, List<String> ran, CommandTable table) {
    DockerUse typed = of(line, table);
    return ran.stream()
        .map(command -> of(command, table))
        .reduce(typed, (one, other) -> one.compareTo(other) >= 0 ? one : other);
  }

  private static DockerUse of(String text, CommandTable table) {
    List<DockerCommand> dockers = DockerLine.parse(text, table);
    boolean acts =
        dockers.stream().anyMatch(it -> !it.isUnderstood() || !it.onlyLooks())
            || ShellWords.of(text).commands().stream()
                .map(SimpleCommand::program)
                .filter(words -> !words.isEmpty() && !SimpleCommand.isDocker(words))
                .anyMatch(DockerUse::hands);
    return acts ? ACTS : dockers.isEmpty() ? NONE : LOOKS;
  }

  /** Whether a program may run docker for the line: a shell, a loop of its own. */
  private static boolean hands(List<Word> program) {
    return !speaksOnly(program.getFirst().text())
        && words(program).anyMatch(word -> word.contains(DOCKER));
  }

  /** Whether what stands behind this program is never run. */
  static boolean speaksOnly(String program) {
    return SPEAK_ONLY.contains(program);
  }

  private static Stream<String> words(List<Word> program) {
    // What stands in `$(…)` is a command of its own.
    return program.stream().map(word -> word.text().replaceAll("\\$\\(.*?\\)", ""));
  }
}
