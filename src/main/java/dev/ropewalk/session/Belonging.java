package dev.ropewalk.session;

import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.ImageRef;
import dev.ropewalk.engine.World;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An object on the engine that the lesson's own commands created, and that is still there.
 *
 * @param kind docker's word for what it is
 * @param id by which it is removed
 * @param shown its name, and what it is now
 */
public record Belonging(Kind kind, String id, String shown) {
  /** What it is. */
  public enum Kind {
    CONTAINER,
    NETWORK,
    VOLUME,
    /** A name for an image; the image goes with its last name. */
    IMAGE
  }

  /**
   * Those of the births that are still on the engine: containers first, since they hold the others.
   */
  public static List<Belonging> of(Set<EngineEvent> births, World world) {
    return births.stream()
        .map(birth -> of(birth, world))
        .flatMap(Optional::stream)
        .distinct()
        .sorted(java.util.Comparator.comparing(Belonging::kind))
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
                          now.id(),
                          now.name() + " (" + now.image() + ", " + now.state().word() + ")"));
      case EngineEvent.ToNetwork n ->
          world.networks().stream()
              .filter(now -> now.id().equals(n.id()))
              .findFirst()
              .map(now -> new Belonging(Kind.NETWORK, now.id(), now.name()));
      case EngineEvent.ToVolume v ->
          world.volumes().stream()
              .filter(now -> now.name().equals(v.id()))
              .findFirst()
              .map(now -> new Belonging(Kind.VOLUME, now.name(), shown(now.name())));
      case EngineEvent.ToImage i ->
          world.images().stream()
              .flatMap(now -> now.tags().stream())
              .map(ImageRef::parse)
              .filter(ImageRef.parse(i.name())::equals)
              .findFirst()
              .map(tag -> new Belonging(Kind.IMAGE, tag.familiar(), tag.familiar()));
      case EngineEvent.ToOther _ -> Optional.empty();
    };
  }

  /** A volume that docker named itself is known by its first digits. */
  private static String shown(String volume) {
    return volume.matches("[0-9a-f]{64}") ? volume.substring(0, 12) + " (without a name)" : volume;
  }

  /** The command that removes it; a container takes its unnamed volumes along. */
  public String removal() {
    return switch (kind) {
      case CONTAINER -> "docker rm -f -v " + id.substring(0, Math.min(12, id.length()));
      case NETWORK -> "docker network rm " + id.substring(0, Math.min(12, id.length()));
      case VOLUME -> "docker volume rm -f " + id;
      case IMAGE -> "docker rmi " + id;
    };
  }
}
