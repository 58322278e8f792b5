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
    return typed(line, table).stream().map(Typed::command).toList();
  }

  /**
   * A docker command as it stands in a line.
   *
   * @param text from the word {@code docker} to the last argument
   */
  public record Typed(DockerCommand command, String text) {}

  /** The same with their text. */
  public static List<Typed> typed(String line, CommandTable table) {
    return ShellWords.of(line).commands().stream()
        .filter(SimpleCommand::isDocker)
        .map(command -> typed(line, command, table))
        .toList();
  }

  /**
   * A docker command of a line.
   *
   * @param command one of the line's, which runs docker
   */
  public static Typed typed(String line, SimpleCommand command, CommandTable table) {
    List<Word> words = command.program();
    List<String> argv = words.stream().skip(1).map(Word::text).toList();
    return new Typed(
        DockerCommand.of(argv, table),
        line.substring(words.getFirst().start(), words.getLast().end()));
  }
}
