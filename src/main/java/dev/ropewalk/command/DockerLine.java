package dev.ropewalk.command;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The docker commands of a shell line. */
public final class DockerLine {
  private static final Pattern SHELL = Pattern.compile("(.*/)?((ba|da|k|z|fi)?sh|script)");

  /** The flag after which a shell, or the program that records a terminal, is given its script. */
  private static final Pattern GIVEN = Pattern.compile("-[a-z]*c|--command");

  private static final Remembered<String, List<Placed>> PLACED = new Remembered<>();

  private DockerLine() {}

  /**
   * Every docker command in the line, those inside {@code $(...)} before the command around them,
   * and those of {@code sh -c '...'}. Runs nothing.
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

  /**
   * Where a docker command stands.
   *
   * @param script the line, or the text that a shell is given in it by {@code sh -c}
   * @param command the command in that script
   * @param runner the command of the line that runs it: itself, or the shell
   */
  public record Placed(String script, SimpleCommand command, SimpleCommand runner) {}

  /** The same with their text. */
  public static List<Typed> typed(String line, CommandTable table) {
    return placed(line).stream().map(placed -> typed(placed, table)).toList();
  }

  /** Where they stand, in their order; those of a script in the place of its shell. */
  public static List<Placed> placed(String line) {
    return PLACED
        .get(line)
        .orElseGet(
            () -> {
              List<Placed> placed =
                  ShellWords.of(line).commands().stream()
                      .flatMap(command -> placed(line, command))
                      .toList();
              PLACED.put(line, placed);
              return placed;
            });
  }

  private static Stream<Placed> placed(String line, SimpleCommand command) {
    return command.isDocker()
        ? Stream.of(new Placed(line, command, command))
        : script(command).stream()
            .flatMap(script -> placed(script).stream())
            .map(inner -> new Placed(inner.script(), inner.command(), command));
  }

  /** What a shell is to run, or {@code script} in one: the word after its {@code -c}. */
  private static Optional<String> script(SimpleCommand command) {
    List<String> words = command.program().stream().map(Word::text).toList();
    if (words.isEmpty() || !SHELL.matcher(words.getFirst()).matches()) {
      return Optional.empty();
    }
    return words.stream().dropWhile(word -> !GIVEN.matcher(word).matches()).skip(1).findFirst();
  }

  /** The docker command of a place. */
  public static Typed typed(Placed placed, CommandTable table) {
    List<Word> words = placed.command().program();
    List<String> argv = words.stream().skip(1).map(Word::text).toList();
    return new Typed(
        DockerCommand.of(argv, table),
        placed.script().substring(words.getFirst().start(), words.getLast().end()));
  }
}
