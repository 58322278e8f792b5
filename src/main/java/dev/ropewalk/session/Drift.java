package dev.ropewalk.session;

import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.World;
import dev.ropewalk.engine.World.ContainerSummary;
import dev.ropewalk.journal.Beginning;
import dev.ropewalk.journal.LessonProgress;
import dev.ropewalk.journal.OpenStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What has ended or gone while nobody looked: containers of the lesson that run by all that was
 * told of them, and do not. An engine that is restarted tells nothing of it, or that it has stopped
 * them itself.
 */
final class Drift {
  private Drift() {}

  /** One sentence for each of them. */
  static List<String> of(LessonProgress standing, World now) {
    return of(standing, List.of(), now);
  }

  /**
   * The same after an outage.
   *
   * @param seen the containers as they were seen before it
   */
  static List<String> of(LessonProgress standing, List<ContainerSummary> seen, World now) {
    Map<String, String> running = new LinkedHashMap<>();
    standing.open().flatMap(OpenStep::beginning).map(Beginning::containers).stream()
        .flatMap(List::stream)
        .filter(was -> was.state() == ContainerState.RUNNING)
        .forEach(was -> running.put(was.id(), was.name()));
    standing.open().map(OpenStep::events).stream()
        .flatMap(List::stream)
        .forEach(event -> follow(event, running));
    seen.stream()
        .filter(was -> was.state() == ContainerState.RUNNING)
        .forEach(was -> running.put(was.id(), was.name()));
    running.keySet().removeIf(id -> standing.owned().stream().noneMatch(b -> b.id().equals(id)));
    return running.entrySet().stream()
        .flatMap(one -> sentence(one.getKey(), one.getValue(), now).stream())
        .toList();
  }

  private static void follow(EngineEvent event, Map<String, String> running) {
    if (event instanceof EngineEvent.ToContainer(_, var action, var id, var name, _, _)) {
      switch (action) {
        case "start", "unpause" -> running.put(id, name);
        case "die", "pause", "destroy" -> running.remove(id);
        default -> {}
      }
    }
  }

  private static Optional<String> sentence(String id, String name, World now) {
    Optional<ContainerSummary> is =
        now.containers().stream().filter(one -> one.id().equals(id)).findFirst();
    if (is.isEmpty()) {
      return Optional.of("`%s` was running and is gone.".formatted(name));
    }
    if (is.get().state() != ContainerState.EXITED && is.get().state() != ContainerState.DEAD) {
      return Optional.empty();
    }
    String code =
        is.get().exitCode().isPresent()
            ? " (exit code " + is.get().exitCode().getAsInt() + ")"
            : "";
    return Optional.of(
        "`%s` was running and is %s%s.".formatted(is.get().name(), is.get().state().word(), code));
  }
}
