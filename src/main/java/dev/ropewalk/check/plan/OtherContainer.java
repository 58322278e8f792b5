package dev.ropewalk.check.plan;

import dev.ropewalk.check.AskedFor;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.LearnerAct;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.why.TypedCommands;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.World.ContainerSummary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says of a newest line that it has done something to a container that the step asks nothing of:
 * what is told of the state of the right one has nothing to do with it.
 */
final class OtherContainer {
  /** The commands that change a container, and what was done to it then. */
  private static final Map<String, String> ACTS =
      Map.of(
          "start", "started",
          "stop", "stopped",
          "restart", "restarted",
          "kill", "killed",
          "pause", "paused",
          "unpause", "unpaused",
          "rm", "removed",
          "rename", "renamed",
          "update", "updated");

  private final Scene scene;

  OtherContainer(Scene scene) {
    this.scene = scene;
  }

  /**
   * The verdict with that before its reason.
   *
   * @param subject the name of the container that the check is about
   */
  Verdict.Failed told(Verdict.Failed failed, String subject) {
    Diagnosis why = failed.why();
    boolean ofState =
        why.progress() == Progress.WRONG_STATE || why.progress() == Progress.NOTHING_DONE;
    return !ofState || subject.isBlank() || Diagnosis.hasBlank(subject)
        ? failed
        : sentence(subject)
            .map(
                says ->
                    new Verdict.Failed(
                        failed.expected(),
                        failed.actual(),
                        new Diagnosis(
                            why.progress(), says + " " + why.says(), why.remedy(), why.moves()),
                        failed.outlook()))
            .orElse(failed);
  }

  private Optional<String> sentence(String subject) {
    List<LearnerAct.Line> lines = scene.history().lines();
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    List<TypedCommands.Typed> acts =
        new TypedCommands(scene)
            .of(lines.getLast()).stream()
                .filter(typed -> ACTS.containsKey(typed.command().name()) && typed.worked())
                // What `xargs` adds to a line stands in no word of it.
                .filter(typed -> !typed.command().args().isEmpty())
                .toList();
    List<String> touched = acts.stream().flatMap(act -> act.command().args().stream()).toList();
    boolean known = touched.stream().noneMatch(word -> word.matches(".*[$`*{].*"));
    List<String> asked =
        Stream.concat(scene.asked(AskedFor.Kind.CONTAINER).stream(), Stream.of(subject)).toList();
    return touched.isEmpty()
            || !known
            || wasInTheWay(subject)
            || touched.stream().anyMatch(it -> asked.contains(it) || asked.contains(called(it)))
        ? Optional.empty()
        : Optional.of(
            "You %s `%s`, but this step asks for `%s`."
                .formatted(
                    ACTS.get(acts.getLast().command().name()),
                    called(acts.getLast().command().args().getLast()),
                    subject));
  }

  /** Another one may have had its port, and must have been removed then. */
  private boolean wasInTheWay(String subject) {
    return scene.ours().stream()
        .filter(it -> it.name().equals(subject))
        .flatMap(it -> scene.container(it.id()).stream())
        .anyMatch(it -> !it.status().error().isEmpty());
  }

  /** The name of a container that is meant by a name or the beginning of an id. */
  private String called(String word) {
    return Stream.concat(
            scene.world().containers().stream()
                .filter(it -> it.name().equals(word) || it.id().startsWith(word))
                .map(ContainerSummary::name),
            scene.history().containerEvents().stream()
                .filter(it -> it.id().startsWith(word))
                .map(EngineEvent.ToContainer::name))
        .findFirst()
        .orElse(word);
  }
}
