package dev.ropewalk.session;

import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.World;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An object on the engine that the lesson's own commands created, and that is still there.
 *
 * @param kind docker's word for what it is
 * @param removal the command that removes it
 * @param shown its name, and what it is now
 */
public record Belonging(Kind kind, String removal, String shown) {
  /** Engines tell the second in which a volume was created, and of it at about that time. */
  private static final Duration SAME_MOMENT = Duration.ofSeconds(3);

  /** What it is. */
  public enum Kind {
    CONTAINER,
    NETWORK,
    VOLUME,
    /** An image by one of its names; it goes with the last of them. */
    IMAGE,
    /** A name of an image that stays. */
    NAME
  }

  /**
   * Those of the births that are still on the engine: containers first, since they hold the others;
   * they take their unnamed volumes along where all of these are the lesson's.
   */
  public static List<Belonging> of(Set<EngineEvent> births, World world) {
    return Stream.concat(
            births.stream().flatMap(birth -> of(birth, births, world).stream()),
            ImageOwnership.belongings(births, world).stream())
        .distinct()
        .sorted(Comparator.comparing(Belonging::kind))
        .toList();
  }

  private static Optional<Belonging> of(EngineEvent birth, Set<EngineEvent> births, World world) {
    return switch (birth) {
      case EngineEvent.ToContainer c ->
          world.containers().stream()
              .filter(now -> now.id().equals(c.id()))
              .findFirst()
              .map(
                  now ->
                      new Belonging(
                          Kind.CONTAINER,
                          "docker rm -f " + volumes(now, births) + brief(now.id()),
                          now.name() + " (" + image(now) + ", " + now.state().word() + ")"));
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
              .filter(now -> isOf(v, now))
              .findFirst()
              .map(
                  now ->
                      new Belonging(
                          Kind.VOLUME, "docker volume rm -f " + now.name(), shown(now.name())));
      case EngineEvent.ToImage _, EngineEvent.ToOther _ -> Optional.empty();
    };
  }

  /** Whether it is an image, or a name of one. */
  boolean isImage() {
    return kind == Kind.IMAGE || kind == Kind.NAME;
  }

  /** The command that removes it by another word. */
  String removalBy(String word) {
    return removal.substring(0, removal.lastIndexOf(' ') + 1) + word;
  }

  /** Its 64 digits, where it is a volume that docker named itself. */
  Optional<String> volumeWithoutName() {
    String name = removal.substring(removal.lastIndexOf(' ') + 1);
    return kind == Kind.VOLUME && Attribution.isAnonymous(name)
        ? Optional.of(name)
        : Optional.empty();
  }

  /**
   * One command for volumes without a name. Docker takes their names only whole; it finds them by a
   * part, and nobody can read, or copy, several of 64 digits. The part is their beginning:
   * somebody's own may have the same digits further in its name.
   */
  static String removalOf(List<String> namelessVolumes) {
    return "docker volume rm $(docker volume ls -q%s)"
        .formatted(
            namelessVolumes.stream()
                .map(name -> " -f name=^" + brief(name))
                .collect(Collectors.joining()));
  }

  /** A line of ropewalk's own, and behind it the names of what it calls by its id. */
  static String named(String line, World world) {
    List<String> names =
        Stream.concat(
                world.containers().stream().map(it -> Map.entry(it.id(), it.name())),
                world.networks().stream().map(it -> Map.entry(it.id(), it.name())))
            .filter(it -> List.of(line.split(" ")).contains(brief(it.getKey())))
            .map(Map.Entry::getValue)
            .toList();
    return names.isEmpty() ? line : line + "   # " + String.join(", ", names);
  }

  /**
   * A volume is known by its name: that it went, and that another one has got the name, is told by
   * the engine's events. One that was there before is another one. When a volume was created is no
   * more than a bound: Engine 20.10 tells the time at which something was last written into the top
   * of it. Nothing is said of one whose engine does not tell any time.
   */
  private static boolean isOf(EngineEvent.ToVolume birth, World.VolumeSummary volume) {
    return volume.name().equals(birth.id())
        && !volume.created().isBefore(birth.at().minus(SAME_MOMENT));
  }

  /** The flag that takes a container's volumes without a name along. */
  private static String volumes(World.ContainerSummary container, Set<EngineEvent> births) {
    Set<String> ours =
        births.stream()
            .filter(EngineEvent.ToVolume.class::isInstance)
            .map(EngineEvent::id)
            .collect(Collectors.toSet());
    return container.mounts().stream()
            .filter(mount -> mount.type().equals("volume"))
            .map(Container.Mount::source)
            .filter(Attribution::isAnonymous)
            .allMatch(ours::contains)
        ? "-v "
        : "";
  }

  /** The image by its name; one whose name has gone to another image has none. */
  private static String image(World.ContainerSummary container) {
    return container.image().startsWith("sha256:") ? "an image without a name" : container.image();
  }

  /** A volume that docker named itself is known by its first digits. */
  private static String shown(String volume) {
    return Attribution.isAnonymous(volume) ? volume.substring(0, 12) + " (without a name)" : volume;
  }

  private static String brief(String id) {
    return id.substring(0, Math.min(12, id.length()));
  }
}
