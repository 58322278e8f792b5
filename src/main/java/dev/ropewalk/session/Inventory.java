package dev.ropewalk.session;

import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.ImageRef;
import dev.ropewalk.engine.World;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is known to be on the engine: what a look has shown, and every creation that the engine has
 * told of since, whoever made it.
 *
 * @param objects the ids of containers and networks, and the names of volumes
 * @param images their ids
 * @param names the names of images, each with the id of its image; the id is empty where the engine
 *     has not told it
 */
record Inventory(Set<String> objects, Set<String> images, Map<ImageRef, String> names) {
  /** Nothing. */
  static final Inventory EMPTY = new Inventory(Set.of(), Set.of(), Map.of());

  Inventory {
    objects = Set.copyOf(objects);
    images = Set.copyOf(images);
    names = Map.copyOf(names);
  }

  /** What a look has shown. */
  static Inventory of(World world) {
    Set<String> objects = new HashSet<>();
    Set<String> images = new HashSet<>();
    Map<ImageRef, String> names = new HashMap<>();
    world.containers().forEach(container -> objects.add(container.id()));
    world.networks().forEach(network -> objects.add(network.id()));
    world.volumes().forEach(volume -> objects.add(volume.name()));
    for (World.ImageSummary image : world.images()) {
      images.add(image.id());
      image.tags().forEach(tag -> names.put(ImageRef.parse(tag), image.id()));
    }
    return new Inventory(objects, images, names);
  }

  /** After something has happened on the engine. */
  Inventory with(EngineEvent event) {
    return switch (event) {
      case EngineEvent.ToContainer c when c.action().equals("commit") ->
          withImage(c.details().getOrDefault("imageID", ""));
      case EngineEvent.ToContainer _, EngineEvent.ToNetwork _, EngineEvent.ToVolume _ ->
          switch (event.action()) {
            case "create" -> new Inventory(plus(objects, event.id()), images, names);
            case "destroy", "remove" -> new Inventory(minus(objects, event.id()), images, names);
            default -> this;
          };
      case EngineEvent.ToImage image ->
          switch (image.action()) {
            case "tag" -> withImage(image.id()).naming(image.name(), image.id());
            case "pull" -> naming(image.id(), named(image.id()).orElse(""));
            case "delete" -> withoutImage(image.id());
            default -> this;
          };
      case EngineEvent.ToOther _ -> this;
    };
  }

  /** Whether it is there: a container or network by its id, a volume by its name. */
  boolean has(String id) {
    return objects.contains(id);
  }

  /** Whether an image is there. */
  boolean hasImage(String id) {
    return images.contains(id);
  }

  /**
   * The id of the image that has a name; empty text where the name is there and its image unknown.
   */
  Optional<String> named(String name) {
    return Optional.ofNullable(names.get(ImageRef.parse(name)));
  }

  /** Whether an image without a name is there. */
  boolean hasNameless(Predicate<String> which) {
    return images.stream().anyMatch(id -> !names.containsValue(id) && which.test(id));
  }

  private Inventory withImage(String id) {
    return id.isEmpty() ? this : new Inventory(objects, plus(images, id), names);
  }

  private Inventory naming(String name, String id) {
    Map<ImageRef, String> more = new HashMap<>(names);
    more.put(ImageRef.parse(name), id);
    return new Inventory(objects, images, more);
  }

  private Inventory withoutImage(String id) {
    Map<ImageRef, String> less = new HashMap<>(names);
    less.values().removeIf(id::equals);
    return new Inventory(objects, minus(images, id), less);
  }

  private static Set<String> plus(Set<String> ids, String id) {
    Set<String> more = new HashSet<>(ids);
    more.add(id);
    return more;
  }

  private static Set<String> minus(Set<String> ids, String id) {
    Set<String> less = new HashSet<>(ids);
    less.remove(id);
    return less;
  }
}
