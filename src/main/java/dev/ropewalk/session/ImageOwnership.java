package dev.ropewalk.session;

import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.ImageRef;
import dev.ropewalk.engine.World;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What of an image is the lesson's once a line of the learner's has named it: all of it, only the
 * name, or only the image. An image that was on the engine before is not the lesson's, and a name
 * that was there before is not either, wherever it has moved.
 *
 * @param there what was on the engine before the name was given
 * @param owned the births of what belongs to the lesson
 */
record ImageOwnership(Inventory there, Set<EngineEvent> owned) {
  /** Kept with the birth of a name whose image is not the lesson's. */
  private static final String NAME_ONLY = "ropewalk.name-only";

  /** Kept with a name that was there before: the id of the image that it had. */
  private static final String MOVED_FROM = "ropewalk.moved-from";

  /** Kept with the birth of a name while images without a name were there, or became so. */
  private static final String NAMELESS = "ropewalk.nameless";

  ImageOwnership {
    owned = Set.copyOf(owned);
  }

  /** Where images come from that a line has named. */
  enum Source {
    /** The line builds, commits or imports. */
    MADE,
    /** The line only names what is there. */
    FOUND
  }

  /** Whether naming an image makes it, or its name, the lesson's. */
  boolean isBirth(EngineEvent.ToImage tag, Source source) {
    Optional<String> bearer = there.named(tag.name());
    return bearer.isEmpty()
        || (!bearer.get().equals(tag.id()) && (isOwnName(tag) || isMade(tag.id(), source)));
  }

  private boolean isMade(String id, Source source) {
    return isMade(id) || (source == Source.MADE && !there.hasImage(id));
  }

  /** The event with what is to be kept of that moment. */
  EngineEvent.ToImage told(EngineEvent.ToImage tag, Source source) {
    Optional<String> bearer = there.named(tag.name()).filter(id -> !id.equals(tag.id()));
    Map<String, String> details = new HashMap<>(tag.details());
    if (!isMade(tag.id(), source)) {
      details.put(NAME_ONLY, "true");
    }
    if (bearer.isPresent() && !isOwnName(tag)) {
      details.put(MOVED_FROM, bearer.get());
    }
    if (there.hasNameless(id -> !isMade(id)) || bearer.filter(id -> !isMade(id)).isPresent()) {
      details.put(NAMELESS, "true");
    }
    return new EngineEvent.ToImage(tag.at(), tag.action(), tag.id(), tag.name(), details);
  }

  /**
   * The names that an engine shows and has not told of: it tells none of those that it loads from
   * an archive, and of those that a plugin builds with its builder.
   */
  List<EngineEvent.ToImage> untold(World after, Instant now) {
    return after.images().stream()
        .flatMap(
            image ->
                image.tags().stream()
                    .filter(name -> isUntold(name, image.id()))
                    .map(name -> new EngineEvent.ToImage(now, "tag", image.id(), name, Map.of())))
        .toList();
  }

  private boolean isUntold(String name, String id) {
    // Of a pull the engine tells the name alone.
    return there.named(name).map(known -> !known.isEmpty() && !known.equals(id)).orElse(true);
  }

  /**
   * The births of images without a name that a line has left behind.
   *
   * @param made the ids of images that are known to be new
   */
  List<EngineEvent> nameless(World after, Instant now, Set<String> made) {
    return after.images().stream()
        .filter(image -> image.tags().isEmpty() && !isMade(image.id()))
        .filter(image -> !there.hasImage(image.id()) || made.contains(image.id()))
        .<EngineEvent>map(
            image -> new EngineEvent.ToImage(now, "build", image.id(), image.id(), Map.of()))
        .toList();
  }

  private boolean isMade(String id) {
    return owned.stream()
        .filter(EngineEvent.ToImage.class::isInstance)
        .anyMatch(birth -> birth.id().equals(id) && !isNameOnly(birth));
  }

  /** Whether the name is the lesson's, and is only given to another image. */
  private boolean isOwnName(EngineEvent.ToImage tag) {
    Optional<String> bearer = there.named(tag.name());
    return owned.stream()
        .filter(birth -> bearer.equals(Optional.of(birth.id())))
        .anyMatch(birth -> gives(birth, tag.name()));
  }

  /** Whether only a name belongs to the lesson, and not the image. */
  static boolean isNameOnly(EngineEvent birth) {
    return birth.details().containsKey(NAME_ONLY);
  }

  /**
   * The names that were there before a line gave them to another image, each with the first digits
   * of the image that it had; only those that can be given back.
   */
  static Map<String, String> moved(List<EngineEvent> events, World world) {
    Map<String, String> moved = new TreeMap<>();
    for (EngineEvent event : events) {
      if (event instanceof EngineEvent.ToImage tag && tag.details().containsKey(MOVED_FROM)) {
        moved.putIfAbsent(ImageRef.parse(tag.name()).familiar(), tag.details().get(MOVED_FROM));
      }
    }
    moved
        .entrySet()
        .removeIf(
            it ->
                world.images().stream().noneMatch(image -> image.id().equals(it.getValue()))
                    || world.images().stream()
                        .filter(image -> bears(image, it.getKey()))
                        .allMatch(image -> image.id().equals(it.getValue())));
    moved.replaceAll((_, image) -> brief(image));
    return moved;
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
    List<String> names =
        image.tags().stream()
            .filter(name -> ours.stream().anyMatch(birth -> gives(birth, name)))
            .distinct()
            .toList();
    boolean nameOnly = ours.stream().anyMatch(ImageOwnership::isNameOnly);
    boolean all = names.size() == Set.copyOf(image.tags()).size();
    if (nameOnly && all) {
      return List.of();
    }
    boolean sparing = births.stream().anyMatch(birth -> birth.details().containsKey(NAMELESS));
    String removal = "docker rmi " + (nameOnly || sparing ? "--no-prune " : "");
    if (image.tags().isEmpty() && !ours.isEmpty()) {
      String id = brief(image.id());
      return List.of(
          new Belonging(Belonging.Kind.IMAGE, removal + id, shownWithoutName(image.id())));
    }
    Belonging.Kind kind = nameOnly || !all ? Belonging.Kind.NAME : Belonging.Kind.IMAGE;
    return names.stream()
        .map(name -> ImageRef.parse(name).familiar())
        .sorted()
        .map(name -> new Belonging(kind, removal + name, name))
        .toList();
  }

  /** How an image is shown that has no name. */
  static String shownWithoutName(String image) {
    return brief(image) + " (without a name)";
  }

  /** The first digits of an id. */
  static String brief(String image) {
    String id = image.substring(image.indexOf(':') + 1);
    return id.substring(0, Math.min(12, id.length()));
  }

  static boolean bears(World.ImageSummary image, String name) {
    return image.tags().stream().anyMatch(tag -> ImageRef.parse(tag).equals(ImageRef.parse(name)));
  }

  /** Whether the lesson has given this name to the image, and it was nobody's before. */
  private static boolean gives(EngineEvent birth, String name) {
    return birth instanceof EngineEvent.ToImage image
        && !image.details().containsKey(MOVED_FROM)
        && ImageRef.parse(image.name()).equals(ImageRef.parse(name));
  }
}
