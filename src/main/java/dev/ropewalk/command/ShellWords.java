package dev.ropewalk.command;

import java.util.Comparator;
import java.util.List;

/**
 * A line as a POSIX shell would cut it into simple commands. Nothing is expanded or run, and no
 * text is refused.
 *
 * @param commands the simple commands; those inside {@code $(...)} come before the command that
 *     uses them
 */
public record ShellWords(List<SimpleCommand> commands) {
  /** In characters; a longer line is rare, and would hold much memory. */
  private static final int LONGEST = 2_000;

  private static final Remembered<String, ShellWords> CUT = new Remembered<>();

  public ShellWords {
    commands = List.copyOf(commands);
  }

  /** Cuts a line, which may hold several lines. For any thread. */
  public static ShellWords of(String line) {
    if (line.length() > LONGEST) {
      return ShellLexer.words(line);
    }
    return CUT.get(line)
        .orElseGet(
            () -> {
              ShellWords words = ShellLexer.words(line);
              CUT.put(line, words);
              return words;
            });
  }

  /**
   * The word that is being typed at a place of a line, from its opening quote to there; an empty
   * one where none is.
   *
   * @param cursor from 0 to the line's length; what follows it is not looked at
   */
  public static Word typedAt(String line, int cursor) {
    return of(line.substring(0, cursor)).last().wordAt(cursor);
  }

  /** The innermost command that is still open at the end of the line. */
  SimpleCommand last() {
    int end = commands.stream().mapToInt(SimpleCommand::end).max().orElse(0);
    return commands.stream()
        .filter(command -> command.end() == end)
        .max(Comparator.comparingInt(SimpleCommand::start))
        .orElse(new SimpleCommand(List.of(), end, end));
  }
}
