package dev.ropewalk.check.learner;

import dev.ropewalk.check.Claim;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.LearnerAct;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.match.Matcher;
import dev.ropewalk.check.match.MatcherReader;
import dev.ropewalk.check.syntax.NodeReader;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.check.value.Value;
import dev.ropewalk.check.why.CommandEnds;
import dev.ropewalk.check.why.MismatchText;
import dev.ropewalk.command.ShellWords;
import dev.ropewalk.command.SimpleCommand;
import dev.ropewalk.command.Word;
import dev.ropewalk.text.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The learner ran a program that is not docker: {@code typed} with {@code command}.
 *
 * @param program its name, without a folder
 * @param args what is expected of all words after it, flags too: nobody knows those of any program
 */
record ProgramClaim(String program, Optional<Matcher> args, Optional<Matcher> exitCode)
    implements Claim {
  private static final Type ARGS = new Type.ListOf(Type.Single.TEXT);

  static Optional<ProgramClaim> read(YamlNode.Mapping typed, NodeReader reading) {
    MatcherReader matchers = new MatcherReader(reading);
    for (String docker : List.of("docker", "flags", "by")) {
      typed
          .entry(docker)
          .ifPresent(
              it ->
                  reading
                      .problems()
                      .add(
                          it.key().place(),
                          "`%s` says something of docker only".formatted(docker),
                          "leave it out; flags of another program stand among its `args`"));
    }
    Optional<Matcher> args = typed.entry("args").flatMap(e -> matchers.read(e.value(), ARGS));
    Optional<Matcher> exitCode =
        typed.entry("exit_code").flatMap(e -> matchers.read(e.value(), Type.Single.NUMBER));
    return typed
        .entry("command")
        .flatMap(e -> reading.text(e.value(), "`command`"))
        .map(it -> new ProgramClaim(it, args, exitCode));
  }

  /** A program that was run. */
  private record Run(
      String name,
      List<String> args,
      OptionalInt own,
      int exitCode,
      boolean worked,
      boolean ledNowhere) {
    /** Programs that only show something. */
    private static final Set<String> SHOW =
        Set.of(
            "cat",
            "date",
            "df",
            "du",
            "env",
            "find",
            "head",
            "hostname",
            "id",
            "ip",
            "ls",
            "lsns",
            "mount",
            "printenv",
            "ps",
            "readlink",
            "ss",
            "stat",
            "tail",
            "uname");

    static Stream<Run> of(LearnerAct.Line line) {
      CommandEnds ends = CommandEnds.of(line);
      return ShellWords.of(line.script()).commands().stream()
          .filter(command -> !command.program().isEmpty())
          .map(command -> of(command, ends, LedNowhere.is(line.line())));
    }

    private static Run of(SimpleCommand command, CommandEnds ends, boolean ledNowhere) {
      List<Word> words = command.program();
      return new Run(
          words.getFirst().text().replaceAll(".*/", ""),
          words.stream().skip(1).map(Word::text).toList(),
          ends.own(command),
          ends.exitCode(command),
          ends.worked(command),
          ledNowhere);
    }

    /** Whether docker was told to run a program in a container. */
    boolean isInContainer(String program) {
      return name.equals("docker") && args.contains(program);
    }

    /** Whether nobody has seen what it was to show. */
    boolean unseen() {
      return ledNowhere && SHOW.contains(name);
    }

    String text() {
      return Stream.concat(Stream.of(name), args.stream()).collect(Collectors.joining(" "));
    }
  }

  @Override
  public List<String> programs() {
    return List.of(program);
  }

  @Override
  public boolean needsLine() {
    return true;
  }

  @Override
  public Verdict judge(Scene scene) {
    List<Run> runs =
        scene.history().lines().reversed().stream()
            .flatMap(line -> Run.of(line).toList().reversed().stream())
            .toList();
    List<Run> right = runs.stream().filter(run -> run.name().equals(program)).toList();
    return right.stream()
            .anyMatch(
                run ->
                    !run.unseen()
                        && !onlyExplains(run)
                        && argsFit(run, scene)
                        && endedSo(run, scene))
        ? new Verdict.Passed()
        : Claim.failed(
            "`" + program + "`",
            runs.isEmpty() ? "nothing" : "`" + runs.getFirst().text() + "`",
            why(runs, right, scene));
  }

  private boolean onlyExplains(Run run) {
    return args.isEmpty() && HelpOnly.is(run.args());
  }

  private boolean argsFit(Run run, Scene scene) {
    return args.map(it -> scene.matching().test(it, ARGS, Value.of(run.args()))).orElse(true);
  }

  /** Whether the line ended as it must: without a word about it, well. */
  private boolean endedSo(Run run, Scene scene) {
    return exitCode
        .map(it -> scene.matching().test(it, Type.Single.NUMBER, Value.of(run.exitCode())))
        .orElse(run.worked());
  }

  private Diagnosis why(List<Run> runs, List<Run> right, Scene scene) {
    if (runs.isEmpty()) {
      return MissedCommand.notRun(scene, program);
    }
    if (runs.getFirst().isInContainer(program)) {
      return new Diagnosis(
          Progress.WRONG_DETAIL,
          "In %s it is a container that runs `%s`; this step asks for it on your own side."
              .formatted(MismatchText.quoted(runs.getFirst().text()), program),
          "");
    }
    if (right.isEmpty()) {
      return MissedCommand.other(MismatchText.quoted(runs.getFirst().text()), program);
    }
    Run last = right.getFirst();
    if (last.unseen()) {
      return LedNowhere.diagnosis();
    }
    if (onlyExplains(last)) {
      return HelpOnly.diagnosis(last.text(), "it did nothing else");
    }
    String ran = "You ran %s, ".formatted(MismatchText.quoted(last.text()));
    if (!argsFit(last, scene)) {
      return new Diagnosis(
          Progress.WRONG_DETAIL,
          ran
              + "but this step asks for `%s` with %s."
                  .formatted(
                      program,
                      args.map(scene.wording()::quoted)
                          .filter(words -> !words.contains("something else"))
                          .orElse("other words after it")),
          "");
    }
    return new Diagnosis(
        Progress.WRONG_DETAIL,
        ran
            + exitCode
                .map(scene.wording()::quoted)
                .map(
                    "which ended with exit code %s, but this step asks for %%s."
                            .formatted(last.exitCode())
                        ::formatted)
                .orElse(
                    (last.own().isPresent() ? "which" : "and the line")
                        + " ended with exit code %s.".formatted(last.exitCode())),
        "");
  }
}
