package dev.ropewalk.check.learner;

import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.match.Matcher;
import dev.ropewalk.check.why.CommandDiagnosis;
import dev.ropewalk.check.why.MismatchText;
import dev.ropewalk.check.why.TypedCommands;
import dev.ropewalk.command.DockerCommand;
import dev.ropewalk.command.Flag;
import dev.ropewalk.command.Secrets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says why none of the commands that the learner typed is the one that a step asks for. */
final class TypedDiagnosis {
  /** What undoes a command. */
  private static final Map<String, String> WAYS_BACK =
      Map.of(
          "start", "stop", "stop", "start", "kill", "start", "pause", "unpause", "unpause",
          "pause");

  private final Scene scene;
  private final TypedClaim claim;
  private final String wanted;

  /**
   * @param wanted the canonical name of the command
   */
  TypedDiagnosis(Scene scene, TypedClaim claim, String wanted) {
    this.scene = scene;
    this.claim = claim;
    this.wanted = wanted;
  }

  /**
   * @param typed the docker commands since the step opened that had something to do, the last one
   *     first
   * @param idle the newest command, if it had nothing to do
   */
  Diagnosis of(List<TypedCommands.Typed> typed, Optional<TypedCommands.Typed> idle) {
    Optional<Diagnosis> nothingToDo = idle.flatMap(this::nothingToDo);
    if (nothingToDo.isPresent()) {
      return nothingToDo.get();
    }
    if (typed.isEmpty()) {
      return MissedCommand.notRun(scene, "docker " + wanted);
    }
    TypedCommands.Typed newest = newest(typed);
    DockerCommand last = newest.command();
    if (last.name().equals(wanted) && newest.text().contains(Secrets.HIDDEN)) {
      return new Diagnosis(
          Progress.WRONG_DETAIL,
          "Your `docker %s` had a value that ropewalk does not keep, and ropewalk was started anew since then."
              .formatted(wanted),
          "Type the line once more.");
    }
    if (last.name().equals(wanted) && claim.onlyExplains(last)) {
      return HelpOnly.diagnosis(last, "it does not run it");
    }
    Optional<Diagnosis> failed = new CommandDiagnosis(scene).lastFailed();
    if (last.name().equals(wanted) && last.isUnderstood()) {
      return claim
          .wrongFlag(last, scene)
          .map(flag -> new Diagnosis(Progress.WRONG_DETAIL, flag(flag, last), ""))
          .or(() -> otherEnd(newest))
          .or(() -> failed)
          .or(() -> otherSpelling(last))
          .or(() -> didNotWork(newest, since(newest, typed)))
          .orElseGet(() -> otherArguments(last, since(newest, typed)));
    }
    // Who has tried that very command knows it, and not with what.
    String asks =
        last.name().equals(wanted) ? values() : "This step asks for `docker %s`.".formatted(wanted);
    return failed
        .map(why -> new Diagnosis(why.progress(), why.says(), (why.remedy() + " " + asks).strip()))
        .orElseGet(() -> MissedCommand.other(newest, "docker " + wanted));
  }

  /** The flags that are asked for with a value, in a sentence; empty where there are none. */
  private String values() {
    List<String> flags =
        claim.flags().entrySet().stream()
            .map(each -> Map.entry(each.getKey(), scene.wording().of(each.getValue())))
            .filter(each -> !each.getValue().matches("true|false|\\S*\\s.*"))
            .map(each -> "`--%s %s`".formatted(each.getKey(), each.getValue()))
            .sorted()
            .toList();
    return flags.isEmpty() ? "" : "This step asks for %s.".formatted(String.join(" and ", flags));
  }

  /**
   * A look at what came of a command is no newer try, but where a look is asked for and none of
   * that kind was tried.
   */
  private TypedCommands.Typed newest(List<TypedCommands.Typed> typed) {
    boolean tried = typed.stream().anyMatch(it -> it.command().name().equals(wanted));
    if (!tried && DockerCommand.of(List.of(wanted.split(" ")), scene.commands()).onlyLooks()) {
      return typed.getFirst();
    }
    return typed.stream()
        .dropWhile(it -> it.command().onlyLooks() && !it.command().name().equals(wanted))
        .findFirst()
        .orElse(typed.getFirst());
  }

  /** The right command, when what it asks for was so already. */
  private Optional<Diagnosis> nothingToDo(TypedCommands.Typed idle) {
    if (idle.command().onlyLooks() && idle.command().name().equals(wanted)) {
      return Optional.of(LedNowhere.diagnosis());
    }
    return undo(idle.command())
        .filter(_ -> idle.command().name().equals(wanted))
        .map(
            undo ->
                new Diagnosis(
                    Progress.WRONG_STATE,
                    "%s had nothing to do: it was done already."
                        .formatted(MismatchText.quoted(idle.text())),
                    "Undo it first (`%s`), then type your line once more.".formatted(undo)));
  }

  /** The right command, but it was to end otherwise. */
  private Optional<Diagnosis> otherEnd(TypedCommands.Typed typed) {
    return claim
        .exitCode()
        .filter(_ -> claim.argsFit(typed.command(), scene) && !claim.endedSo(typed, scene))
        .map(
            matcher ->
                new Diagnosis(
                    Progress.WRONG_DETAIL,
                    "Your `docker %s` ended with exit code %s, but this step asks for %s."
                        .formatted(wanted, typed.exitCode(), scene.wording().quoted(matcher)),
                    ""));
  }

  /** The right command for the right thing, and docker did not do it. */
  private Optional<Diagnosis> didNotWork(TypedCommands.Typed typed, String since) {
    return Optional.of(typed)
        .filter(it -> !it.worked() && claim.argsFit(it.command(), scene))
        .map(
            it ->
                new Diagnosis(
                    Progress.COMMAND_FAILED,
                    "Docker has refused %s, so that it does not count.%s"
                        .formatted(MismatchText.quoted(it.text()), since),
                    ""));
  }

  /** The right container, named otherwise than the step asks for. */
  private Optional<Diagnosis> otherSpelling(DockerCommand command) {
    return claim
        .by()
        .filter(_ -> claim.argsFit(command, scene) && !claim.spelledRight(command, scene))
        .flatMap(
            asked ->
                command.args().stream()
                    .flatMap(arg -> Spelling.of(arg, scene).stream())
                    .findFirst()
                    .map(
                        given ->
                            new Diagnosis(
                                Progress.WRONG_DETAIL,
                                "You named it by %s, but this step asks for %s."
                                    .formatted(given.words(), asked.words()),
                                undo(command)
                                    .map("Undo it first (`%s`), then name it so."::formatted)
                                    .orElse(""))));
  }

  /** The command that makes a right one possible again; empty where it can be typed at once. */
  private static Optional<String> undo(DockerCommand command) {
    return Optional.ofNullable(WAYS_BACK.get(command.name()))
        .map(back -> "docker %s %s".formatted(back, String.join(" ", command.args())));
  }

  /** A newer line that is no try, in a sentence with a blank before; empty where there is none. */
  private static String since(TypedCommands.Typed told, List<TypedCommands.Typed> typed) {
    return typed.getFirst().equals(told)
        ? ""
        : " Your last line, %s, runs another command."
            .formatted(MismatchText.quoted(typed.getFirst().text()));
  }

  private Diagnosis otherArguments(DockerCommand command, String since) {
    String given = String.join(" ", command.args());
    String expected = claim.args().map(matcher -> scene.wording().quoted(matcher)).orElse("");
    return new Diagnosis(
        Progress.WRONG_DETAIL,
        "You ran `docker %s` for %s, but this step asks for %s.%s"
            .formatted(wanted, given.isEmpty() ? "nothing" : "`" + given + "`", expected, since),
        "");
  }

  private String flag(String flag, DockerCommand command) {
    String expected = scene.wording().of(claim.flags().getOrDefault(flag, new Matcher.Exists()));
    Optional<String> given = command.flag(flag);
    if (given.isEmpty()) {
      return "You ran `docker %s` without %s%s."
          .formatted(wanted, spelled(flag), expected.equals("true") ? "" : " `" + expected + "`");
    }
    return expected.equals("false")
        ? "You ran `docker %s` with %s; leave it out.".formatted(wanted, spelled(flag))
        : "You gave %s the value `%s`, but this step asks for `%s`."
            .formatted(spelled(flag), given.get(), expected);
  }

  /** Both of its spellings: {@code -a} ({@code --all}). */
  private String spelled(String flag) {
    return scene
        .commands()
        .help(List.of(wanted.split(" ")))
        .flatMap(help -> help.flag(flag))
        .map(Flag::shorthand)
        .filter(shorthand -> !shorthand.isEmpty())
        .map(shorthand -> "`-%s` (`--%s`)".formatted(shorthand, flag))
        .orElse("`--%s`".formatted(flag));
  }
}
