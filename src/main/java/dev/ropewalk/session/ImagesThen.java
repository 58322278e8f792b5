package dev.ropewalk.session;

import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.World;
import dev.ropewalk.journal.Beginning;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The lesson's own images as they were at a beginning. A name is not its image: it may have gone to
 * another one since, and is given back then.
 *
 * @param owned the births of what belongs to the lesson
 */
record ImagesThen(Beginning then, Set<EngineEvent> owned, World now) {
  /** Those that are there, as docker shows them. */
  static List<String> shown(Set<EngineEvent> owned, World now) {
    return belongings(owned, now).stream().map(Belonging::shown).toList();
  }

  /** The ids of those that have a name, by that name. */
  static Map<String, String> bearers(Set<EngineEvent> owned, World now) {
    Map<String, String> bearers = new HashMap<>();
    shown(owned, now)
        .forEach(name -> bearer(name, now).ifPresent(image -> bearers.put(name, image.id())));
    return bearers;
  }

  private static List<Belonging> belongings(Set<EngineEvent> owned, World now) {
    return Belonging.of(owned, now).stream().filter(Belonging::isImage).toList();
  }

  private static Optional<World.ImageSummary> bearer(String name, World now) {
    return now.images().stream().filter(image -> ImageOwnership.bears(image, name)).findFirst();
  }

  /** Whether none of them is gone for good. */
  boolean canComeBack() {
    return then.images().stream().allMatch(this::isThere);
  }

  /** A name can be given back while its image is there; an image without one never loses one. */
  private boolean isThere(String shown) {
    return Optional.ofNullable(then.bearers().get(shown))
        .map(id -> now.images().stream().anyMatch(image -> image.id().equals(id)))
        .orElseGet(() -> shown(owned, now).contains(shown));
  }

  /** The commands that give names back, and remove what is new, in their order. */
  List<String> wayBack() {
    List<String> lines = new ArrayList<>(givenBack().values());
    List<String> withoutName = new ArrayList<>();
    for (Belonging each : belongings(owned, now)) {
      String shown = each.shown();
      Optional<World.ImageSummary> image = bearer(shown, now);
      if (image.isEmpty()) {
        if (!then.images().contains(shown) && !hadName(each)) {
          withoutName.add(each.removal());
        }
      } else if (givenBack().containsKey(shown)) {
        // It has lost its name by then.
        if (!then.bearers().containsValue(image.get().id())) {
          withoutName.add(each.removalBy(ImageOwnership.brief(image.get().id())));
        }
      } else if (!isAsThen(shown, image.get()) && !hadNoName(image.get())) {
        lines.add(each.removal());
      }
    }
    lines.addAll(withoutName);
    return lines;
  }

  /** The command for each name that has gone from an image that is still there. */
  private Map<String, String> givenBack() {
    Map<String, String> lines = new TreeMap<>();
    then.bearers()
        .forEach(
            (name, id) -> {
              boolean has = bearer(name, now).filter(image -> image.id().equals(id)).isPresent();
              if (!has && isThere(name)) {
                lines.put(name, "docker tag %s %s".formatted(ImageOwnership.brief(id), name));
              }
            });
    return lines;
  }

  private boolean isAsThen(String name, World.ImageSummary image) {
    return then.images().contains(name)
        && image.id().equals(then.bearers().getOrDefault(name, image.id()));
  }

  /** Whether an image without a name had one. */
  private boolean hadName(Belonging nameless) {
    return then.bearers().values().stream()
        .map(ImageOwnership::shownWithoutName)
        .anyMatch(nameless.shown()::equals);
  }

  /** Whether an image with a name had none: docker takes the last name away with the image only. */
  private boolean hadNoName(World.ImageSummary image) {
    return then.images().contains(ImageOwnership.shownWithoutName(image.id()));
  }

  /** What the commands cannot bring back, a sentence each. */
  List<String> lost() {
    return then.images().stream()
        .filter(shown -> !isThere(shown))
        .map(
            shown ->
                now.images().stream()
                    .filter(image -> ImageOwnership.shownWithoutName(image.id()).equals(shown))
                    .findFirst()
                    .map(
                        image ->
                            "The image `%s` has a name now, and docker takes its last name away only with the image."
                                .formatted(ImageOwnership.brief(image.id())))
                    .orElse("The image `%s` is gone: pull or build it.".formatted(shown)))
        .toList();
  }
}
