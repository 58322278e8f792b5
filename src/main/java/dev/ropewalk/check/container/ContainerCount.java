package dev.ropewalk.check.container;

import dev.ropewalk.check.Claim;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Diagnosis.Progress;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.match.Matcher;
import dev.ropewalk.check.value.Type;
import dev.ropewalk.check.value.Value;
import dev.ropewalk.check.why.MatchedParts;
import dev.ropewalk.check.why.Sweep;
import dev.ropewalk.engine.World.ContainerSummary;
import java.util.List;
import java.util.stream.Collectors;

/** How many containers there are of a kind, and how many there should be. */
record ContainerCount(Matcher number, Selector selector, Scene scene) {
  Verdict judge() {
    List<ContainerSummary> found = found();
    if (!scene.matching().test(number, Type.Single.NUMBER, Value.of(found.size()))) {
      return Claim.failed(
          scene.wording().of(number), Integer.toString(found.size()), otherNumber(found));
    }
    if (found.isEmpty() && !new ContainerPast(selector, scene).seen()) {
      return Claim.failed(
          "one that was there, then none",
          "never there",
          new Diagnosis(
              Progress.NOTHING_DONE,
              "There was never " + selector.show(scene.variables()) + " in this lesson.",
              ""));
    }
    return new Verdict.Passed();
  }

  private Diagnosis otherNumber(List<ContainerSummary> found) {
    String names = found.stream().map(c -> "`" + c.name() + "`").collect(Collectors.joining(", "));
    String there =
        switch (found.size()) {
          case 0 -> "is none";
          case 1 -> "is 1: " + names;
          default -> "are " + found.size() + ": " + names;
        };
    String remedy = found.isEmpty() ? "" : "`docker rm` removes those that you name.";
    return new Diagnosis(
        Progress.WRONG_STATE,
        "There should be %s, but there %s."
                .formatted(selector.several(scene.wording().of(number)), there)
            + (found.isEmpty() ? "" : new Sweep(scene).left("container")),
        lacksWhatWasRemoved() ? Diagnosis.BEGIN_AGAIN : remedy);
  }

  /** Whether some are gone: nothing that docker has refused since then is to blame. */
  boolean lacksWhatWasRemoved() {
    return MatchedParts.literal(number, scene).stream()
            .filter(it -> it.matches("[0-9]{1,9}"))
            .anyMatch(it -> found().size() < Integer.parseInt(it))
        && scene.history().containerEvents().stream()
            .anyMatch(event -> event.action().equals("destroy"));
  }

  private List<ContainerSummary> found() {
    return selector.select(scene.ours(), scene);
  }
}
