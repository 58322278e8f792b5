package dev.ropewalk.proof;

import dev.ropewalk.check.Check;
import dev.ropewalk.check.Claim;
import dev.ropewalk.command.CommandTable;
import dev.ropewalk.command.DockerCommand;
import dev.ropewalk.command.PlacedCommand;
import dev.ropewalk.command.ShellInput;
import dev.ropewalk.command.SimpleCommand;
import dev.ropewalk.command.Word;
import dev.ropewalk.lesson.Script;
import dev.ropewalk.lesson.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes wrong answers of a right one, each by one change. Words inside {@code $(...)} stay as they
 * are: they stand for what a learner would have looked up. Runs nothing.
 */
public final class Mutants {
  private static final Pattern FILE_NAME = Pattern.compile("[\\w-]+\\.[A-Za-z]\\w*");

  private static final String ANSWER = ":answer";

  /** They make what docker is given. The learner is told of what has come of their absence. */
  private static final Set<String> PREPARING = Set.of("echo", "mkdir", "printf");

  private static final Set<String> LISTS = Set.of(";", "&&", "||", "");

  private final CommandTable table;

  /**
   * @param table docker's own; without it only commands are left out and answers changed
   */
  public Mutants(CommandTable table) {
    this.table = table;
  }

  /**
   * The mutants of a step's solution, without those that cannot matter: that ask for the same as a
   * right answer which the step names, or change a command that such an answer goes without.
   */
  public List<Mutant> of(Step step) {
    List<String> lines = step.solution().commands();
    List<ScriptMeaning> right =
        Stream.concat(Stream.of(step.solution()), step.accept().stream())
            .map(script -> ScriptMeaning.of(script, table))
            .toList();
    Set<ScriptMeaning> seen = new HashSet<>(right);
    Asked asked = Asked.by(step.checks());
    List<Mutant> mutants = new ArrayList<>();
    int place = 0;
    for (int i = 0; i < lines.size(); i++) {
      List<SimpleCommand> commands = ScriptMeaning.outer(lines.get(i));
      for (int j = 0; j < commands.size(); j++) {
        int at = place++;
        if (right.stream().noneMatch(answer -> answer.doesWithout(right.getFirst(), at))) {
          slips(lines, i, commands, j, asked).stream()
              .filter(mutant -> seen.add(ScriptMeaning.of(mutant.script(), table)))
              .forEach(mutants::add);
        }
      }
    }
    return mutants;
  }

  /**
   * What beside docker and its objects a step asks for.
   *
   * @param programs that are run
   * @param files on the learner's disk
   */
  private record Asked(Set<String> programs, Set<String> files) {
    static Asked by(List<Check> checks) {
      return new Asked(
          all(checks, Claim::programs).collect(Collectors.toSet()),
          all(checks, Claim::files).collect(Collectors.toSet()));
    }

    private static Stream<String> all(List<Check> checks, Function<Claim, List<String>> what) {
      return checks.stream().flatMap(check -> what.apply(check.claim()).stream());
    }
  }

  /** The mutants of one command of one line. */
  private List<Mutant> slips(
      List<String> lines, int index, List<SimpleCommand> commands, int at, Asked asked) {
    String line = lines.get(index);
    Optional<PlacedCommand> placed = PlacedCommand.of(commands.get(at), table);
    List<LineSlip> slips = new ArrayList<>();
    if (line.startsWith(ANSWER)) {
      slips.add(answer(line));
    }
    placed.ifPresent(
        docker -> {
          slips.addAll(new FlagSlips(line, docker).all());
          slips.addAll(new ArgumentSlips(line, docker).all());
          new StateSlips(line, docker, table).notStarted().ifPresent(slips::add);
        });
    if (placed.isEmpty() && asked.programs().contains(ProgramSlips.name(commands.get(at)))) {
      slips.addAll(new ProgramSlips(line, commands.get(at)).all());
    }
    var written = new DocumentSlips(line, commands.get(at));
    if (written.files().stream().anyMatch(asked.files()::contains)) {
      slips.addAll(written.all());
    }
    leftOut(line, commands, at).ifPresent(slips::add);
    List<Mutant> mutants = new ArrayList<>();
    for (LineSlip slip : slips) {
      Script script = script(lines, index, slip.in(line));
      if (isGrammar(script)) {
        mutants.add(new Mutant(slip.kind(), script, slip.names()));
      }
    }
    placed
        .flatMap(docker -> new StateSlips(line, docker, table).started())
        .filter(name -> isLeftAlone(name, lines.subList(index + 1, lines.size()), commands, at))
        .map(name -> stopped(name, lines))
        .filter(mutant -> isGrammar(mutant.script()))
        .ifPresent(mutants::add);
    return mutants;
  }

  /** Whether it is still as its command has left it when all lines are done, and they say so. */
  private static boolean isLeftAlone(
      String name, List<String> after, List<SimpleCommand> commands, int at) {
    return after.stream().noneMatch(line -> line.startsWith(ANSWER))
        && Stream.concat(
                commands.stream().skip(at + 1L),
                after.stream().flatMap(line -> ScriptMeaning.outer(line).stream()))
            .flatMap(command -> command.words().stream())
            .noneMatch(word -> word.text().equals(name));
  }

  /**
   * On the last line: after it the step would be done already. A program that does not listen is
   * not waited for.
   */
  private static Mutant stopped(String name, List<String> lines) {
    int last = lines.size() - 1;
    int tail = ShellInput.at(lines.get(last), 0).tail();
    LineEdit stopped = new LineEdit(tail, tail, "; docker stop -t 1 " + name);
    return new Mutant(
        Mutant.Kind.STOPPED,
        script(lines, last, stopped.in(lines.get(last))),
        List.of("exited", "stopped", "docker start", "running", "runs"));
  }

  /** A part of a loop, say, cannot be left out alone: bash would say no more than that. */
  private static boolean isGrammar(Script script) {
    return !script.isEmpty() && script.isGrammar();
  }

  private static Script script(List<String> lines, int index, String changed) {
    List<String> all = new ArrayList<>(lines);
    all.set(index, changed.strip());
    all.removeIf(String::isEmpty);
    return new Script(String.join("\n", all));
  }

  /** The diagnosis names what was answered, or of several words the one that is wrong. */
  private static LineSlip answer(String line) {
    String given = line.substring(ANSWER.length()).strip();
    boolean opaque = OtherValues.isOpaque(given);
    String other = opaque ? given + OtherValues.SUFFIX : OtherValues.other(given);
    int start = line.indexOf(given, ANSWER.length());
    return new LineSlip(
        Mutant.Kind.VALUE_CHANGED,
        new LineEdit(start, start + given.length(), other),
        opaque
            ? List.of(OtherValues.SUFFIX)
            : List.of(other, other.substring(other.lastIndexOf(' ') + 1)));
  }

  /** A command that is not run, where it does not hang together with another by a pipe. */
  private Optional<LineSlip> leftOut(String line, List<SimpleCommand> commands, int at) {
    SimpleCommand command = commands.get(at);
    boolean last = at == commands.size() - 1;
    int start = last && at > 0 ? commands.get(at - 1).end() : command.start();
    int end = last ? command.end() : commands.get(at + 1).start();
    String separator =
        last ? line.substring(start, command.start()) : line.substring(command.end(), end);
    List<LineEdit> edits = new ArrayList<>(List.of(new LineEdit(start, end, "")));
    command.documents().stream()
        .map(text -> new LineEdit(Math.max(end, text.start() - 1), text.end(), ""))
        .forEach(edits::add);
    return LISTS.contains(separator.strip())
        ? Optional.of(new LineSlip(Mutant.Kind.COMMAND_LEFT_OUT, edits, names(line, command)))
        : Optional.empty();
  }

  /** Files that an argument speaks of, as {@code s/helo.sh/hello.sh/} does. */
  private static Stream<String> filesIn(String argument) {
    return FILE_NAME.matcher(argument).results().map(MatchResult::group);
  }

  /** What a command is, and what it is about. */
  private List<String> names(String line, SimpleCommand command) {
    if (line.startsWith(ANSWER)) {
      return List.of(ANSWER);
    }
    List<String> argv = command.program().stream().skip(1).map(Word::text).toList();
    if (!command.isDocker() && PREPARING.contains(command.words().getFirst().text())) {
      return List.of();
    }
    if (!command.isDocker()) {
      return Stream.concat(command.words().stream(), command.redirects().stream())
          .map(Word::text)
          .filter(word -> !word.isBlank())
          .flatMap(word -> Stream.concat(Stream.of(word), filesIn(word)))
          .distinct()
          .toList();
    }
    DockerCommand docker = DockerCommand.of(argv, table);
    return Stream.of(
            Stream.of("docker " + docker.name()),
            docker.args().stream(),
            docker.flags().values().stream().flatMap(List::stream))
        .flatMap(each -> each)
        .filter(word -> !word.isBlank() && !word.equals("true") && !OtherValues.isOpaque(word))
        .toList();
  }
}
