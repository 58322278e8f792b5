package dev.ropewalk.check.object;

import dev.ropewalk.check.Scene;
import dev.ropewalk.engine.Image;
import dev.ropewalk.engine.ImageRef;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** An image, with what the engine is asked only for a check that needs it. */
record SeenImage(Image image, Scene scene) {
  /** The instructions that made it, the oldest first. */
  List<String> made() {
    return scene.made(image.id());
  }

  /**
   * The names of the images of this engine whose layers it begins with, the nearest first. No
   * engine keeps the name that stands after {@code FROM}.
   */
  List<String> bases() {
    return scene.world().images().stream()
        .filter(each -> !each.tags().isEmpty() && !each.id().equals(image.id()))
        .map(each -> scene.image(each.id()))
        .flatMap(Optional::stream)
        .filter(this::isBuiltOn)
        .sorted(Comparator.comparingInt((Image base) -> base.layers().size()).reversed())
        .flatMap(base -> base.tags().stream())
        .map(tag -> ImageRef.parse(tag).familiar())
        .toList();
  }

  /** Instructions such as {@code CMD} add no layer: then the older one is the base. */
  private boolean isBuiltOn(Image base) {
    int height = base.layers().size();
    return height > 0
        && height <= image.layers().size()
        && base.layers().equals(image.layers().subList(0, height))
        && (height < image.layers().size() || base.created().isBefore(image.created()));
  }
}
