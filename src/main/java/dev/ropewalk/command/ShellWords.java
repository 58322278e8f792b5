package dev.ropewalk.command;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A line as a POSIX shell would cut it into simple commands. Nothing is expanded or run, and no
 * text is refused.
 *
 * @param commands the simple commands; those inside {@code $(...)} come before the command that
 *     uses them
 * @param unfinished what the line leaves open, so that a shell would ask for more
 */
public record ShellWords(List<SimpleCommand> commands, Optional<Unfinished> unfinished) {
  public ShellWords {
    commands = List.copyOf(commands);
  }

  /**
   * Something that is opened and not closed.
   *
   * @param opener a quote, {@code $(}, a backquote, a backslash, an operator or {@code <<}
   * @param at its place in the line
   */
  public record Unfinished(String opener, int at) {}

  /** Cuts a line, which may hold several lines. */
  public static ShellWords of(String line) {
    return new ShellLexer(line).read();
  }

  /** The innermost command that is still open at the end of the line. */
  SimpleCommand last() {
    int end = commands.stream().mapToInt(SimpleCommand::end).max().orElse(0);
    return commands.stream()
        .filter(command -> command.end() == end)
        .max(Comparator.comparingInt(SimpleCommand::start))
        .orElse(new SimpleCommand(List.of(), List.of(), end, end));
  }
}
