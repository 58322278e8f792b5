package dev.ropewalk.check.why;

import dev.ropewalk.check.LearnerAct;
import dev.ropewalk.command.LastPipe;
import dev.ropewalk.command.ShellWords;
import dev.ropewalk.command.SimpleCommand;
import dev.ropewalk.command.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * How the commands of a line ended. The exit code of a line is that of its last command; those of
 * the other members of its last pipe are known where the shell has told them. What a script, a
 * function or {@code $(...)} runs has none of its own.
 */
public final class CommandEnds {
  /** The exit code of {@code timeout}, whose command ran on until then. */
  private static final int TIMED_OUT = 124;

  /**
   * The docker commands that pass signals on, and so end with exit code 1, as their program may do
   * as well, where the next member of their pipe reads no further. All others end by the signal.
   */
  private static final Set<String> PASS_SIGNALS_ON =
      Set.of("docker run", "docker start", "docker attach");

  /** Programs that let only some lines through, and end with exit code 1 where there is none. */
  private static final Set<String> FILTERS = Set.of("grep", "egrep", "fgrep", "rg");

  private final LearnerAct.Line line;
  private final List<LastPipe.Member> members;
  private final Map<SimpleCommand, Integer> own = new HashMap<>();
  private final Map<SimpleCommand, Boolean> isRead = new HashMap<>();

  private CommandEnds(LearnerAct.Line line) {
    this.line = line;
    members = LastPipe.of(line.line(), line.exitCode(), line.pipe()).members();
    List<SimpleCommand> commands =
        new ArrayList<>(ShellWords.of(line.script()).commands()).reversed();
    List<LastPipe.Member> open = new ArrayList<>(members);
    Collections.reverse(open);
    match(open, commands, (one, other) -> words(one).equals(words(other)));
    match(open, commands, (one, other) -> name(one).equals(name(other)));
  }

  /** Those of the simple commands of {@link LearnerAct.Line#script}. */
  public static CommandEnds of(LearnerAct.Line line) {
    return new CommandEnds(line);
  }

  /**
   * Finds the commands that the shell ran for the members of a pipe: an expanded word is another
   * word. From the end, since what stands before the pipe may be the same once more.
   */
  private void match(
      List<LastPipe.Member> open,
      List<SimpleCommand> commands,
      BiPredicate<SimpleCommand, SimpleCommand> same) {
    for (LastPipe.Member member : List.copyOf(open)) {
      Optional<SimpleCommand> found =
          commands.stream()
              .filter(it -> !own.containsKey(it) && same.test(member.command(), it))
              .findFirst();
      found.ifPresent(
          it -> {
            own.put(it, member.exitCode());
            isRead.put(it, !member.equals(members.getLast()));
            open.remove(member);
          });
    }
  }

  private static List<String> words(SimpleCommand command) {
    return command.program().stream().map(Word::text).toList();
  }

  /** The program, and of docker's the first word of its command. */
  private static String name(SimpleCommand command) {
    List<String> words = words(command);
    if (!command.isDocker()) {
      return words.isEmpty() ? "" : words.getFirst();
    }
    return words.stream()
        .skip(1)
        .filter(word -> !word.startsWith("-"))
        .findFirst()
        .map("docker "::concat)
        .orElse("docker");
  }

  /** The exit code of a command, where it is known as its own. */
  public OptionalInt own(SimpleCommand command) {
    Integer code = own.get(command);
    return code == null ? OptionalInt.empty() : OptionalInt.of(code);
  }

  /** The exit code of a command, as far as it is known: else the line's. */
  public int exitCode(SimpleCommand command) {
    return own(command).orElse(line.exitCode());
  }

  /** Whether a command did what it was asked, as far as is known. */
  public boolean worked(SimpleCommand command) {
    return own(command).isPresent()
        ? endedWell(exitCode(command)) || mayBeUnread(command)
        : endedWell(line.exitCode()) || line.line().contains("|");
  }

  /** Whether a command is known to be one that failed; of a line that failed any may be. */
  boolean failed(SimpleCommand command) {
    return !members.isEmpty()
        ? own(command).isPresent() && !worked(command)
        : !endedWell(line.exitCode()) && !isBeforeTheLast(command);
  }

  /**
   * Whether a docker command stands before the command with which its line has ended: what the line
   * says of its end is said of that one.
   */
  private boolean isBeforeTheLast(SimpleCommand command) {
    List<LastPipe.Member> alone =
        LastPipe.of(line.line(), line.exitCode(), List.of(line.exitCode())).members();
    if (alone.size() != 1 || !command.isDocker()) {
      return false;
    }
    SimpleCommand last = alone.getFirst().command();
    return !name(last).equals(name(command))
        && ShellWords.of(line.line()).commands().stream()
            .filter(it -> it.end() <= last.start())
            .anyMatch(it -> name(it).equals(name(command)));
  }

  /** Whether all docker commands did what they were asked, as far as is known. */
  public boolean worked() {
    List<SimpleCommand> docker = own.keySet().stream().filter(SimpleCommand::isDocker).toList();
    return docker.isEmpty()
        ? endedWell(line.exitCode()) || line.line().contains("|")
        : docker.stream().allMatch(this::worked);
  }

  /** Whether nothing of the line is known to have failed. */
  boolean endedWell() {
    return endedWell(line.exitCode()) && worked();
  }

  /** The filter at the end of a pipe that let nothing of what docker printed through. */
  public Optional<String> emptyFilter() {
    return members.stream()
        .skip(1)
        .filter(it -> it.equals(members.getLast()) && it.exitCode() == 1)
        .map(it -> words(it.command()))
        .filter(words -> !words.isEmpty() && FILTERS.contains(words.getFirst()))
        .map(words -> String.join(" ", words))
        .findFirst();
  }

  private boolean mayBeUnread(SimpleCommand command) {
    return exitCode(command) == 1
        && Objects.requireNonNullElse(isRead.get(command), false)
        && PASS_SIGNALS_ON.contains(name(command));
  }

  /** Whether nothing has failed: what Ctrl-C, a time or the end of ropewalk has cut off has not. */
  private boolean endedWell(int code) {
    boolean timedOut = code == TIMED_OUT && line.line().contains("timeout ");
    return code == 0 || code > 128 || code == LearnerAct.Line.CUT_OFF || timedOut;
  }
}
