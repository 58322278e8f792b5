package dev.ropewalk.check.plan;

import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.World.ContainerSummary;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Removes containers that must be gone. */
final class Removal {
  private Removal() {}

  /**
   * By one command.
   *
   * @param more that must go as well
   */
  static Plan of(ContainerSummary container, List<ContainerSummary> more) {
    String name = container.name();
    if (!more.isEmpty()) {
      String names =
          name + " " + more.stream().map(ContainerSummary::name).collect(Collectors.joining(" "));
      return runs(container) || more.stream().anyMatch(Removal::runs)
          ? new Plan(
              "Stop what runs first (`docker stop`), or remove by force all that must go: `docker rm -f %s`."
                  .formatted(names),
              List.of("docker rm -f " + names))
          : new Plan(
              "`docker rm %s` removes all that must go.".formatted(names),
              List.of("docker rm " + names));
    }
    return runs(container)
        ? new Plan(
            "Stop `%s` first (`docker stop %s`, then `docker rm %s`), or remove it by force: `docker rm -f %s`."
                .formatted(name, name, name, name),
            List.of("docker rm -f " + name))
        : new Plan(
            "A stopped container stays until it is removed: `docker rm %s`.".formatted(name),
            List.of("docker rm " + name));
  }

  /** It must be seen to end before it goes; by force it would not end well. */
  static Plan afterItsEnd(ContainerSummary container) {
    String name = container.name();
    String stop =
        "`docker stop %s` lets it end, and then `docker rm %s` removes it.".formatted(name, name);
    Plan plan = new Plan(stop, List.of("docker stop " + name, "docker rm " + name));
    return runs(container)
        ? plan
        : plan.after(
            "Start it once more (`docker start %s`).".formatted(name), "docker start " + name);
  }

  private static boolean runs(ContainerSummary container) {
    return Stream.of(ContainerState.RUNNING, ContainerState.PAUSED)
        .anyMatch(container.state()::equals);
  }
}
