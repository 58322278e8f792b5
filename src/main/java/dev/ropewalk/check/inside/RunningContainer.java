package dev.ropewalk.check.inside;

import dev.ropewalk.check.Claim;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.container.ContainerDiagnosis;
import dev.ropewalk.check.container.Selector;
import dev.ropewalk.check.why.CommandDiagnosis;
import dev.ropewalk.engine.Container;
import java.util.Optional;
import java.util.function.Function;

/** What can only be judged of a container that runs. */
final class RunningContainer {
  private RunningContainer() {}

  /** The container that is meant, running or not; empty where there is none. */
  static Optional<Container> find(Selector selector, Scene scene) {
    return selector.select(scene.ours(), scene).stream()
        .findFirst()
        .flatMap(c -> scene.container(c.id()));
  }

  /**
   * Judges the running container that is meant; a failed verdict where there is none or it does not
   * run.
   *
   * @param does what only a running container does, for a sentence: {@code has processes}
   */
  static Verdict judge(
      Selector selector, String does, Scene scene, Function<Container, Verdict> judge) {
    Optional<Container> container = find(selector, scene);
    if (container.isEmpty()) {
      return Claim.failed(
          selector.show(scene.variables()),
          "no such container",
          new ContainerDiagnosis(scene).missing(selector));
    }
    if (!container.get().running()) {
      String state = container.get().status().state().word();
      return Claim.failed(
          "running",
          state,
          new Diagnosis(
              Progress.WRONG_STATE,
              "`%s` does not run (%s): only a running container %s."
                  .formatted(container.get().name(), state, does),
              ""));
    }
    Verdict verdict = judge.apply(container.get());
    // That another one could not be made under its name is newer than what this one is like.
    return verdict instanceof Verdict.Failed(var expected, var actual, _, var outlook)
        ? new CommandDiagnosis(scene)
            .lastMakingFailed(container.get().name())
            .<Verdict>map(newest -> new Verdict.Failed(expected, actual, newest, outlook))
            .orElse(verdict)
        : verdict;
  }
}
