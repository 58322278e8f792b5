package dev.ropewalk.session;

import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.World;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An object on the engine that the lesson's own commands created, and that is still there.
 *
 * @param kind docker's word for what it is
 * @param removal the command that removes it
 * @param shown its name, and what it is now
 */
public record Belonging(Kind kind, String removal, String shown) {
  /** What it is. */
  public enum Kind {
    CONTAINER,
    NETWORK,
    VOLUME,
    /** An image by one of its names; it goes with the last of them. */
    IMAGE,
    /** A name of an image that is not the lesson's and stays. */
    NAME
  }

  /**
   * Those of the births that are still on the engine: containers first, since they hold the others;
   * they take their unnamed volumes along.
   */
  public static List<Belonging> of(Set<EngineEvent> births, World world) {
    return Stream.concat(
            births.stream().flatMap(birth -> of(birth, world).stream()),
            Naming.belongings(births, world).stream())
        .distinct()
        .sorted(Comparator.comparing(Belonging::kind))
        .toList();
  }

  private static Optional<Belonging> of(EngineEvent birth, World world) {
    return switch (birth) {
      case EngineEvent.ToContainer c ->
          world.containers().stream()
              .filter(now -> now.id().equals(c.id()))
              .findFirst()
              .map(
                  now ->
                      new Belonging(
                          Kind.CONTAINER,
                          "docker rm -f -v " + brief(now.id()),
                          now.name() + " (" + now.image() + ", " + now.state().word() + ")"));
      case EngineEvent.ToNetwork n ->
          world.networks().stream()
              .filter(now -> now.id().equals(n.id()))
              .findFirst()
              .map(
                  now ->
                      new Belonging(
                          Kind.NETWORK, "docker network rm " + brief(now.id()), now.name()));
      case EngineEvent.ToVolume v ->
          world.volumes().stream()
              .filter(now -> now.name().equals(v.id()))
              .findFirst()
              .map(
                  now ->
                      new Belonging(
                          Kind.VOLUME, "docker volume rm -f " + now.name(), shown(now.name())));
      case EngineEvent.ToImage _, EngineEvent.ToOther _ -> Optional.empty();
    };
  }

  /** A volume that docker named itself is known by its first digits. */
  private static String shown(String volume) {
    return volume.matches("[0-9a-f]{64}") ? volume.substring(0, 12) + " (without a name)" : volume;
  }

  private static String brief(String id) {
    return id.substring(0, Math.min(12, id.length()));
  }
}
