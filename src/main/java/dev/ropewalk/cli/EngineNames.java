package dev.ropewalk.cli;

import dev.ropewalk.command.LiveNames;
import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.ImageRef;
import dev.ropewalk.engine.World;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The names on the engine, as it was last looked at.
 *
 * @param world gives what was seen
 */
record EngineNames(Supplier<World> world) implements LiveNames {
  @Override
  public List<String> containers(Containers which) {
    Set<ContainerState> states =
        switch (which) {
          case ALL -> Set.of(ContainerState.values());
          case RUNNING -> Set.of(ContainerState.RUNNING, ContainerState.RESTARTING);
          case STOPPED -> Set.of(ContainerState.CREATED, ContainerState.EXITED);
          case PAUSED -> Set.of(ContainerState.PAUSED);
        };
    return world.get().containers().stream()
        .filter(c -> states.contains(c.state()))
        .map(World.ContainerSummary::name)
        .toList();
  }

  @Override
  public List<String> images() {
    return world.get().images().stream()
        .flatMap(image -> image.tags().stream())
        .map(tag -> ImageRef.parse(tag).familiar())
        .sorted()
        .toList();
  }

  @Override
  public List<String> networks() {
    return world.get().networks().stream().map(World.NetworkSummary::name).sorted().toList();
  }

  @Override
  public List<String> volumes() {
    return world.get().volumes().stream().map(World.VolumeSummary::name).sorted().toList();
  }
}
