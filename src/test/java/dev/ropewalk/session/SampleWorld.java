package dev.ropewalk.session;

import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.World;
import dev.ropewalk.engine.World.ContainerSummary;
import dev.ropewalk.engine.World.ImageSummary;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Engines as a learner of the lesson {@code first} leaves them. */
final class SampleWorld {
  static final World REDIS_ONLY =
      new World(
          List.of(),
          List.of(new ImageSummary("sha256:aa", List.of("redis:latest"), 7)),
          List.of(),
          List.of());

  private SampleWorld() {}

  /** An engine with redis and these containers, which run. */
  static World with(String... names) {
    return new World(
        Stream.of(names).map(SampleWorld::container).toList(),
        REDIS_ONLY.images(),
        List.of(),
        List.of());
  }

  /** An engine with redis and a container that has ended. */
  static World ended(String name) {
    return of(container(name, name, ContainerState.EXITED, OptionalInt.empty()));
  }

  /** An engine with redis and a container that has had a name at first. */
  static World box(String name, ContainerState state) {
    return of(container("box", name, state, OptionalInt.empty()));
  }

  /** The same as an engine leaves it that was killed: {@code box} has ended, by some name. */
  static World boxKilledAs(String name) {
    return of(container("box", name, ContainerState.EXITED, OptionalInt.of(255)));
  }

  private static World of(ContainerSummary container) {
    return new World(List.of(container), REDIS_ONLY.images(), List.of(), List.of());
  }

  static ContainerSummary container(String name) {
    return container(name, name, ContainerState.RUNNING, OptionalInt.empty());
  }

  private static ContainerSummary container(
      String first, String name, ContainerState state, OptionalInt exitCode) {
    return new ContainerSummary(
        id(first),
        name,
        "redis",
        "sha256:aa",
        Instant.EPOCH,
        state,
        exitCode,
        List.of(),
        List.of(),
        Map.of());
  }

  /** The identifier of a container that had this name at first. */
  static String id(String name) {
    return (name + "0".repeat(64)).substring(0, 64);
  }
}
