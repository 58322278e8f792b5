package dev.ropewalk.check.learner;

import dev.ropewalk.check.Claim;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.container.ContainerDiagnosis;
import dev.ropewalk.check.container.Selector;
import dev.ropewalk.engine.Container;
import java.util.function.Function;

/** The container that a question is about. */
final class AskedContainer {
  private AskedContainer() {}

  /** Judges the answer by the container; without one there is nothing to answer. */
  static Verdict judge(Selector selector, Scene scene, Function<Container, Verdict> judge) {
    return selector.select(scene.ours(), scene).stream()
        .findFirst()
        .flatMap(found -> scene.container(found.id()))
        .map(judge)
        .orElseGet(
            () ->
                Claim.failed(
                    "a container to ask about",
                    "none",
                    new ContainerDiagnosis(scene).missing(selector)));
  }
}
