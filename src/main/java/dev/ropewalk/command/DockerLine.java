package dev.ropewalk.command;

import java.util.List;

/** The docker commands of a shell line. */
public final class DockerLine {
  private DockerLine() {}

  /**
   * Every docker command in the line, those inside {@code $(...)} before the command around them.
   * Runs nothing.
   */
  public static List<DockerCommand> parse(String line, CommandTable table) {
    return ShellWords.of(line).commands().stream()
        .map(SimpleCommand::program)
        .filter(SimpleCommand::isDocker)
        .map(words -> words.stream().skip(1).map(Word::text).toList())
        .map(argv -> DockerCommand.of(argv, table))
        .toList();
  }
}
