package dev.ropewalk.check.container;

import dev.ropewalk.check.Claim;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.World.ContainerSummary;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What happened to the containers that a selector means. */
record ContainerPast(Selector selector, Scene scene) {
  /**
   * The one that bore the name last in this lesson, where it is there under another one. Who bore
   * it before has made way for it.
   */
  Optional<ContainerSummary> renamed() {
    Optional<String> bearer =
        selector instanceof Selector.ByName
            ? scene.history().allContainerEvents().stream()
                .filter(event -> selector.means(event, scene))
                .map(EngineEvent::id)
                .reduce((_, last) -> last)
            : Optional.empty();
    return scene.ours().stream().filter(c -> bearer.filter(c.id()::equals).isPresent()).findFirst();
  }

  /** Whether a container that the selector means was there in this lesson. */
  boolean seen() {
    return scene.history().allContainerEvents().stream()
        .anyMatch(event -> selector.means(event, scene));
  }

  /**
   * What of this has not happened since the step opened, in this order.
   *
   * @param found the container that it must have happened to; empty where it is gone
   */
  List<String> missing(List<String> wanted, Optional<Container> found) {
    List<String> ever = EventSequence.sought(wanted, Function.identity());
    int done = 0;
    for (String action : actions(found)) {
      if (done < ever.size() && action.equals(ever.get(done))) {
        done++;
      }
    }
    return ever.subList(done, ever.size());
  }

  private List<String> actions(Optional<Container> found) {
    return EventSequence.of(scene.history().events(), scene).stream()
        .filter(EngineEvent.ToContainer.class::isInstance)
        .map(EngineEvent.ToContainer.class::cast)
        .filter(
            event ->
                found
                    .map(container -> event.id().equals(container.id()))
                    .orElseGet(() -> selector.means(event, scene)))
        .map(EngineEvent::action)
        .toList();
  }

  /** Whether all of this has happened since the step opened, in this order. */
  Verdict verdict(List<String> wanted, Optional<Container> found) {
    List<String> missing = missing(wanted, found);
    if (missing.isEmpty()) {
      return new Verdict.Passed();
    }
    List<String> ever = EventSequence.sought(wanted, Function.identity());
    int done = ever.size() - missing.size();
    String name =
        found
            .map(container -> "`" + container.name() + "`")
            .orElseGet(() -> selector.show(scene.variables()));
    Optional<Container> created =
        found.filter(container -> container.status().state() == ContainerState.CREATED);
    String expected = String.join(", then ", ever);
    String actual = done == 0 ? "none of it yet" : ever.get(done - 1);
    Diagnosis why =
        created
            .map(container -> ContainerDiagnosis.neverStarted(container.name()))
            .orElseGet(
                () ->
                    new UnseenAction(scene, name, selector)
                        .diagnosis(missing, done == 0 ? "" : actual));
    return mayCome(missing.getFirst(), found)
        ? Claim.pending(expected, actual, why)
        : Claim.failed(expected, actual, why);
  }

  /** All that somebody asked for has been told when a line has ended; the rest comes by itself. */
  private boolean mayCome(String action, Optional<Container> found) {
    Optional<SeenContainer> seen = found.map(container -> new SeenContainer(container, scene));
    return switch (action) {
      case "die" -> seen.map(SeenContainer::mayEnd).orElse(true);
      case "start" -> seen.map(SeenContainer::mayStart).orElse(false);
      case "oom", "destroy", "exec_die" -> true;
      default -> action.startsWith("health_status");
    };
  }
}
