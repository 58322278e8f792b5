package dev.ropewalk.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The pipe of a line that was run last, each of its members with its own exit code. A single
 * command is a pipe with one member.
 *
 * @param members in their order; none where nobody can tell which pipe it was, or where a loop, a
 *     group or a condition stands in the line
 */
public record LastPipe(List<Member> members) {
  private static final LastPipe UNKNOWN = new LastPipe(List.of());

  /** Words with which what follows is more than one simple command. */
  private static final Set<String> COMPOUND =
      Set.of("{", "if", "while", "until", "for", "select", "case", "function", "coproc");

  public LastPipe {
    members = List.copyOf(members);
  }

  /** One of its commands. */
  public record Member(SimpleCommand command, int exitCode) {}

  /** What stands between two pipes of a line. */
  private enum Sign {
    AND("&&"),
    OR("||"),
    BACKGROUND("&"),
    NEXT(";");

    private final String text;

    Sign(String text) {
      this.text = text;
    }

    static Sign of(String text) {
      return Stream.of(values()).filter(it -> it.text.equals(text)).findFirst().orElse(NEXT);
    }
  }

  private record Pipe(List<SimpleCommand> commands, Sign after) {}

  /**
   * @param exitCode of the whole line
   * @param codes of the pipe that the shell came to last, member by member
   */
  public static LastPipe of(String line, int exitCode, List<Integer> codes) {
    if (codes.isEmpty()) {
      return UNKNOWN;
    }
    List<Pipe> pipes = pipes(line);
    List<Pipe> last =
        IntStream.range(0, pipes.size())
            .filter(at -> mayBeLast(pipes, at, exitCode))
            .mapToObj(pipes::get)
            .filter(pipe -> pipe.commands().size() == codes.size())
            .toList();
    if (last.size() != 1) {
      return UNKNOWN;
    }
    List<SimpleCommand> commands = last.getFirst().commands();
    return new LastPipe(
        IntStream.range(0, codes.size())
            .mapToObj(at -> new Member(commands.get(at), codes.get(at)))
            .toList());
  }

  /**
   * Whether a shell can be asked for the codes with a command of its own after the line: it has a
   * pipe, and is whole.
   */
  public static boolean canBeAskedFor(String line) {
    if (!line.contains("|") || line.stripTrailing().endsWith("\\")) {
      return false;
    }
    int at = 0;
    while (at < line.length()) {
      ShellInput input = ShellInput.at(line, at);
      if (!input.isWhole()) {
        return false;
      }
      at = Math.max(input.end(), at + 1);
    }
    return true;
  }

  /** Whether a line that ended so has nothing of what follows a pipe. */
  private static boolean mayBeLast(List<Pipe> pipes, int at, int exitCode) {
    Sign sign = pipes.get(at).after();
    if (sign == Sign.BACKGROUND) {
      return false;
    }
    for (int next = at + 1; next < pipes.size(); next++) {
      boolean runs =
          switch (sign) {
            case AND -> exitCode == 0;
            case OR -> exitCode != 0;
            case NEXT, BACKGROUND -> true;
          };
      if (runs) {
        return false;
      }
      sign = pipes.get(next).after();
    }
    return true;
  }

  /** Those that stand side by side in the line; none where it has more than such. */
  private static List<Pipe> pipes(String line) {
    List<SimpleCommand> all = ShellWords.of(line).commands();
    List<Pipe> pipes = new ArrayList<>();
    List<SimpleCommand> open = new ArrayList<>();
    for (SimpleCommand command : all) {
      if (all.stream().anyMatch(other -> isInside(command, other))) {
        continue;
      }
      String sign = separatorAt(line, command.end());
      if (sign.matches("[()]|;;.*|;&") || isCompound(command)) {
        return List.of();
      }
      boolean isEmpty = command.words().isEmpty() && command.redirects().isEmpty();
      if (!isEmpty) {
        open.add(command);
      }
      boolean goesOn = sign.startsWith("|") && !sign.equals("||");
      if (!isEmpty && !goesOn) {
        pipes.add(new Pipe(List.copyOf(open), Sign.of(sign)));
        open.clear();
      }
    }
    return open.isEmpty() ? pipes : List.of();
  }

  private static boolean isCompound(SimpleCommand command) {
    return command.words().stream()
        .map(Word::text)
        .dropWhile(Set.of("!", "time")::contains)
        .limit(1)
        .anyMatch(COMPOUND::contains);
  }

  /** What is substituted stands in a word of another command. */
  private static boolean isInside(SimpleCommand command, SimpleCommand other) {
    return !command.equals(other)
        && Stream.of(other.words(), other.redirects(), other.documents())
            .flatMap(List::stream)
            .anyMatch(word -> word.start() <= command.start() && command.end() <= word.end());
  }

  private static String separatorAt(String line, int place) {
    return WordLexer.SEPARATORS.stream()
        .filter(sign -> line.startsWith(sign, place))
        .findFirst()
        .orElse("");
  }
}
