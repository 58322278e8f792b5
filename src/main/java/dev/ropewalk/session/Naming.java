package dev.ropewalk.session;

import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.ImageRef;
import dev.ropewalk.engine.World;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What of an image is the lesson's once a line of the learner's has named it: all of it, or only
 * the name. An image that was on the engine before the line is not the lesson's, unless the lesson
 * had made it.
 *
 * @param before the engine when the line began
 * @param owned the births of what belongs to the lesson
 */
record Naming(World before, Set<EngineEvent> owned) {
  /** Kept with the birth of a name whose image is not the lesson's. */
  private static final String NAME_ONLY = "ropewalk.name-only";

  /** Kept with the birth of a name while images without a name were there, or became so. */
  private static final String NAMELESS = "ropewalk.nameless";

  Naming {
    owned = Set.copyOf(owned);
  }

  /** The birth of a name, to be kept; nothing if the image had that name already. */
  Optional<EngineEvent> birth(EngineEvent.ToImage tag) {
    Optional<String> bearer =
        before.images().stream()
            .filter(image -> bears(image, tag.name()))
            .map(World.ImageSummary::id)
            .findFirst();
    if (bearer.equals(Optional.of(tag.id()))) {
      return Optional.empty();
    }
    Map<String, String> details = new HashMap<>(tag.details());
    if (before.images().stream().anyMatch(image -> image.id().equals(tag.id()))
        && !made(tag.id())) {
      details.put(NAME_ONLY, "true");
    }
    boolean nameless =
        before.images().stream().anyMatch(image -> image.tags().isEmpty() && !made(image.id()));
    if (nameless || bearer.filter(id -> !made(id)).isPresent()) {
      details.put(NAMELESS, "true");
    }
    return Optional.of(
        new EngineEvent.ToImage(tag.at(), tag.action(), tag.id(), tag.name(), details));
  }

  /** The births of images without a name that a line has left behind. */
  List<EngineEvent> nameless(World after, Instant now) {
    return after.images().stream()
        .filter(image -> image.tags().isEmpty() && !made(image.id()))
        .filter(image -> before.images().stream().noneMatch(was -> was.id().equals(image.id())))
        .<EngineEvent>map(
            image -> new EngineEvent.ToImage(now, "build", image.id(), image.id(), Map.of()))
        .toList();
  }

  private boolean made(String id) {
    return owned.stream()
        .filter(EngineEvent.ToImage.class::isInstance)
        .anyMatch(birth -> birth.id().equals(id) && !isNameOnly(birth));
  }

  /** Whether only a name belongs to the lesson, and not the image. */
  static boolean isNameOnly(EngineEvent birth) {
    return birth.details().containsKey(NAME_ONLY);
  }

  /** What of the images now on the engine is to be removed with the lesson. */
  static List<Belonging> belongings(Set<EngineEvent> births, World world) {
    return world.images().stream().flatMap(image -> belongings(image, births).stream()).toList();
  }

  /**
   * The image goes with its last name: one that is not the lesson's keeps its names where no other
   * is left.
   */
  private static List<Belonging> belongings(World.ImageSummary image, Set<EngineEvent> births) {
    List<EngineEvent> ours =
        births.stream()
            .filter(EngineEvent.ToImage.class::isInstance)
            .filter(birth -> birth.id().equals(image.id()))
            .toList();
    Set<String> names = new HashSet<>(image.tags());
    names.removeIf(
        name -> ours.stream().noneMatch(b -> b instanceof EngineEvent.ToImage i && same(i, name)));
    boolean sparing = births.stream().anyMatch(birth -> birth.details().containsKey(NAMELESS));
    boolean nameOnly = ours.stream().anyMatch(Naming::isNameOnly);
    if (nameOnly && names.size() == new HashSet<>(image.tags()).size()) {
      return List.of();
    }
    String removal = "docker rmi " + (nameOnly || sparing ? "--no-prune " : "");
    if (image.tags().isEmpty() && !ours.isEmpty()) {
      String id = image.id().substring(image.id().indexOf(':') + 1);
      String brief = id.substring(0, Math.min(12, id.length()));
      return List.of(
          new Belonging(Belonging.Kind.IMAGE, removal + brief, brief + " (without a name)"));
    }
    return names.stream()
        .map(name -> ImageRef.parse(name).familiar())
        .sorted()
        .map(
            name ->
                new Belonging(
                    nameOnly ? Belonging.Kind.NAME : Belonging.Kind.IMAGE, removal + name, name))
        .toList();
  }

  private static boolean bears(World.ImageSummary image, String name) {
    return image.tags().stream().anyMatch(tag -> ImageRef.parse(tag).equals(ImageRef.parse(name)));
  }

  private static boolean same(EngineEvent.ToImage birth, String tag) {
    return ImageRef.parse(birth.name()).equals(ImageRef.parse(tag));
  }
}
