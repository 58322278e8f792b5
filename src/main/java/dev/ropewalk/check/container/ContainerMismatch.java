package dev.ropewalk.check.container;

import dev.ropewalk.check.Claim;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.match.Expectations;
import dev.ropewalk.check.match.Matcher;
import dev.ropewalk.check.match.Wording;
import dev.ropewalk.check.value.Value;
import dev.ropewalk.check.why.CommandDiagnosis;
import dev.ropewalk.check.why.FlagsAfterImage;
import dev.ropewalk.check.why.MatchedParts;
import dev.ropewalk.check.why.MismatchText;
import dev.ropewalk.check.why.RunCommand;
import dev.ropewalk.check.why.StartError;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.ImageRef;
import java.util.List;
import java.util.Optional;

/** Says why a container that is there is not as expected. */
public final class ContainerMismatch {
  private final Scene scene;
  private final Container container;
  private final Expectations.Mismatch<SeenContainer> mismatch;
  private final String name;
  private final String expected;
  private final String actual;

  public ContainerMismatch(
      Scene scene, Container container, Expectations.Mismatch<SeenContainer> mismatch) {
    this.scene = scene;
    this.container = container;
    this.mismatch = mismatch;
    this.name = "`" + container.name() + "`";
    this.expected = scene.wording().of(mismatch.matcher());
    this.actual = mismatch.shown();
  }

  /** The failed verdict, which tells what is unlike, why, and how to mend it. */
  public Verdict verdict() {
    String attribute = mismatch.attribute().name();
    Optional<Diagnosis> failed = new CommandDiagnosis(scene).lastChangeFailed(container);
    if (failed.isPresent()) {
      return Claim.failed(expected, actual, failed.get());
    }
    Diagnosis diagnosis =
        switch (attribute) {
          case "state" -> state();
          case "error" -> error();
          case "id" ->
              new AnotherContainer(scene, container)
                  .why(mismatch.matcher() instanceof Matcher.Not, actual, expected);
          case "image" -> image();
          case "mode" -> mode();
          case "ports" -> ports();
          case "mounts" -> new MountMismatch(scene, container, mismatch).diagnosis();
          case "exit_code" -> outcome().exitCode();
          case "oom_killed" -> outcome().oomKilled();
          case "restarts" -> outcome().restarts();
          case "health" -> outcome().health();
          case "program", "command" -> command();
          default -> other(attribute);
        };
    return mayChange(attribute)
        ? Claim.pending(expected, actual, diagnosis)
        : Claim.failed(expected, actual, diagnosis);
  }

  private boolean mayChange(String attribute) {
    ContainerState state = container.status().state();
    return switch (attribute) {
      case "state" ->
          // One that is only created waits for the learner; should it start late, an event says so.
          state == ContainerState.RESTARTING
              || state == ContainerState.REMOVING
              || (expected.contains("exited") && new SeenContainer(container, scene).mayEnd());
      // Also from one to the other: what the learner did is seen only by the next probe.
      // Its start may be told a little after the command that caused it has ended.
      case "mode" -> new SeenContainer(container, scene).lastMode().isEmpty();
      case "health" -> container.running() && container.status().health().isPresent();
      case "exit_code" -> new SeenContainer(container, scene).mayEnd();
      case "oom_killed", "restarts" -> container.running();
      default -> false;
    };
  }

  private Diagnosis state() {
    ContainerState state = container.status().state();
    String plain = container.name();
    StartError trouble = new StartError(container, scene);
    Optional<String> over = trouble.isOver();
    if (trouble.isThere() && over.isPresent()) {
      return wrong(
          "%s could not start: %s. %s".formatted(name, container.status().error(), over.get()),
          "`docker start %s` starts it.".formatted(plain));
    }
    if (trouble.isThere()) {
      String error = container.status().error();
      String remedy = "Remove it with `docker rm %s`, mend the command and run it again.";
      return trouble
          .portTaken()
          .orElseGet(
              () ->
                  wrong("%s could not start: %s.".formatted(name, error), remedy.formatted(plain)));
    }
    boolean onlyCreated = expected.equals(ContainerState.CREATED.word());
    if (onlyCreated && (state == ContainerState.EXITED || state == ContainerState.DEAD)) {
      return wrong(
          "%s was started and has ended, but it should be created and not started.".formatted(name),
          againBy(plain));
    }
    return switch (state) {
      case CREATED -> ContainerDiagnosis.neverStarted(plain);
      case EXITED, DEAD -> exited();
      case PAUSED -> wrong("%s is paused.".formatted(name), "");
      case RUNNING ->
          onlyCreated
              ? wrong(
                  "%s runs, but it should be created and not started.".formatted(name),
                  againBy(plain))
              : wrong("%s is still running, but it should be %s.".formatted(name, expected), "");
      case RESTARTING ->
          wrong(
              "%s is restarting again and again: each run ends at once.".formatted(name),
              "`docker logs %s` says why.".formatted(plain));
      case REMOVING -> wrong("%s is being removed.".formatted(name), "");
    };
  }

  private static String againBy(String name) {
    return "Nothing takes a start back: `docker rm -f %s`, and then `docker create` in place of `docker run`."
        .formatted(name);
  }

  private Diagnosis exited() {
    int code = container.status().exitCode();
    String says =
        "%s is there, but it is not running: it exited with code %s.".formatted(name, code);
    if (container.status().oomKilled()) {
      return wrong(
          "%s was killed by the kernel because it used more memory than it may (exit code %s)."
              .formatted(name, code),
          OutcomeMismatch.moreMemory(container, scene));
    }
    if (code == 0 || code == 137 || code == 143 || code == 130) {
      boolean attached =
          new SeenContainer(container, scene)
                  .mode()
                  .filter(SeenContainer.ATTACHED::equals)
                  .isPresent()
              && code != 137;
      return wrong(
          attached
              ? says
                  + " A container that was run attached ends with your Ctrl-C; with `-d` it stays in the background."
              : says,
          "");
    }
    String late = FlagsAfterImage.sentence(container, scene);
    if (!late.isEmpty()) {
      return wrong(
          says + late + " All flags of docker stand before the image.",
          "Remove it (`docker rm -f %s`) and run it again.".formatted(container.name()));
    }
    return wrong(
        says + OutcomeMismatch.lastLogLine(container, scene),
        "`docker logs %s` shows all of it.".formatted(container.name()) + againWithItsFile());
  }

  /** What it reads from the learner's machine can be mended without a new container. */
  private String againWithItsFile() {
    return container.mounts().stream().anyMatch(mount -> mount.type().equals("bind"))
        ? " If a file that is mounted in it is to blame, mend that, and then `docker start %s`."
            .formatted(container.name())
        : "";
  }

  private Diagnosis image() {
    return new Diagnosis(
        Progress.WRONG_OBJECT,
        "%s was created from the image `%s`, not from %s."
            .formatted(
                name,
                ImageRef.parse(container.image()).spoken(),
                scene.wording().quoted(mismatch.matcher())),
        "");
  }

  private Diagnosis mode() {
    if (mismatch.actual() instanceof Value.Nothing) {
      return ContainerDiagnosis.neverStarted(container.name());
    }
    boolean detached = expected.equals("detached");
    return detail(
        (container.running()
                ? detached
                    ? "%s runs attached: it holds your terminal and shows its output there."
                    : "%s runs detached: it gave your prompt back at once."
                : detached
                    ? "%s was run attached: it held your terminal until it ended."
                    : "%s was run detached: it gave your prompt back at once.")
            .formatted(name),
        "");
  }

  private Diagnosis error() {
    return container.status().error().isEmpty()
        ? detail("%s could be started, but this step wants to see it fail.".formatted(name), "")
        : detail("%s could not start: %s.".formatted(name, container.status().error()), "");
  }

  private Diagnosis ports() {
    return Wording.wantsNone(mismatch.matcher())
        ? detail(
            "%s publishes a port of this machine (%s), but it should publish none."
                .formatted(name, actual),
            "")
        : new PortMismatch(scene, container, expected).diagnosis();
  }

  private Diagnosis command() {
    RunCommand runs = new SeenContainer(container, scene).runs();
    String wanted = wantedCommand();
    String none = runs.shown().isEmpty() ? "runs nothing" : "";
    if (runs.isOneWord()) {
      return detail(
          "%s was to run the program %s: the quotes make one word of it, and no program has that name."
              .formatted(name, MismatchText.quoted(runs.shown())),
          "");
    }
    return detail(
        "%s %s, but this step asks for %s."
                .formatted(
                    name,
                    none.isEmpty() ? "runs " + MismatchText.quoted(runs.shown()) : none,
                    wanted)
            + FlagsAfterImage.sentence(container, scene),
        "");
  }

  private OutcomeMismatch outcome() {
    return new OutcomeMismatch(scene, container, mismatch);
  }

  /** As it is typed, where it is known word by word. */
  private String wantedCommand() {
    if (mismatch.matcher() instanceof Matcher.Exactly(var words)) {
      List<String> literals =
          words.stream().flatMap(word -> MatchedParts.literal(word, scene).stream()).toList();
      if (literals.size() == words.size()) {
        return MismatchText.quoted(String.join(" ", literals));
      }
    }
    return scene.wording().quoted(mismatch.matcher());
  }

  private Diagnosis other(String attribute) {
    RunFlag flag = RunFlag.ALL.get(attribute);
    String words = attribute.replace('_', ' ');
    return flag == null
        ? detail(
            "%s %s, but this step asks for %s."
                .formatted(
                    name,
                    MismatchText.counted(mismatch, words)
                        .orElse("has the %s %s".formatted(words, MismatchText.quoted(actual))),
                    scene.wording().quoted(mismatch.matcher())),
            "")
        : new FlagMismatch(scene, container, mismatch).diagnosis(flag);
  }

  private static Diagnosis wrong(String says, String remedy) {
    return new Diagnosis(Progress.WRONG_STATE, says, remedy);
  }

  private static Diagnosis detail(String says, String remedy) {
    return new Diagnosis(Progress.WRONG_DETAIL, says, remedy);
  }
}
