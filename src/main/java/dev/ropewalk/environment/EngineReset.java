package dev.ropewalk.environment;

import dev.ropewalk.engine.Engine;
import dev.ropewalk.engine.World;
import dev.ropewalk.sandbox.SandboxProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Brings an engine that is there for nothing else back to how it was: all containers, networks and
 * volumes go, and all images that were not there. For one thread.
 */
public final class EngineReset {
  private static final Set<String> PREDEFINED = Set.of("bridge", "host", "none");

  private final Engine engine;
  private final Map<String, String> variables;
  private final Set<String> images;

  private EngineReset(Engine engine, Map<String, String> variables, Set<String> images) {
    this.engine = engine;
    this.variables = Map.copyOf(variables);
    this.images = images;
  }

  /**
   * Begins with an engine as it is.
   *
   * @param variables by which the docker command reaches it
   * @throws SandboxProblem when there is anything on it that would have to go
   */
  public static EngineReset of(Engine engine, Map<String, String> variables) {
    World world = engine.world();
    List<String> there = left(world);
    if (!there.isEmpty()) {
      throw new SandboxProblem(
          "on the engine that is named there is %s: all on it is removed between submissions, so take one that is there for nothing else"
              .formatted(String.join(", ", there)));
    }
    return new EngineReset(engine, variables, tags(world));
  }

  private static List<String> left(World world) {
    return Stream.of(
            world.containers().stream().map(it -> "the container `" + it.name() + "`"),
            networks(world).map(it -> "the network `" + it.name() + "`"),
            world.volumes().stream().map(it -> "the volume `" + it.name() + "`"))
        .flatMap(it -> it)
        .limit(4)
        .toList();
  }

  private static Stream<World.NetworkSummary> networks(World world) {
    return world.networks().stream().filter(it -> !PREDEFINED.contains(it.name()));
  }

  /** Names of images, and ids of those that have none. */
  private static Set<String> tags(World world) {
    return world.images().stream()
        .flatMap(it -> it.tags().isEmpty() ? Stream.of(it.id()) : it.tags().stream())
        .collect(Collectors.toSet());
  }

  /**
   * Removes what is new.
   *
   * @throws SandboxProblem when something stays
   */
  public void run() throws InterruptedException {
    World world = engine.world();
    remove(List.of("rm", "-f", "-v"), world.containers().stream().map(it -> it.id()).toList());
    remove(List.of("network", "rm"), networks(world).map(it -> it.id()).toList());
    remove(
        List.of("volume", "rm", "-f"),
        engine.world().volumes().stream().map(it -> it.name()).toList());
    List<String> made = new ArrayList<>(tags(engine.world()));
    made.removeAll(images);
    remove(List.of("rmi", "-f"), made);
    List<String> left = left(engine.world());
    if (!left.isEmpty()) {
      throw new SandboxProblem(
          "the engine that is named cannot be reset: there still is " + String.join(", ", left));
    }
  }

  private void remove(List<String> command, List<String> things) throws InterruptedException {
    if (!things.isEmpty()) {
      List<String> words = new ArrayList<>(command);
      words.add("--");
      words.addAll(things);
      // What it says is not needed: what is left is looked at.
      PresentDocker.Output unused = PresentDocker.run(variables, words);
    }
  }
}
