package dev.ropewalk.check.container;

import dev.ropewalk.check.Scene;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.ImageRef;
import dev.ropewalk.engine.ObjectKind;
import dev.ropewalk.engine.Outcome;
import java.util.List;

/**
 * By which name an event is found. Of an image the engine tells the name only when it is pulled,
 * pushed or tagged; of everything else it tells the id, and the name is looked for in what the
 * learner's commands were answered, in what happened before and in what is there.
 */
public final class EventNames {
  /** From so many characters on the beginning of an id is taken for one. */
  private static final int LEAST_OF_ID = 12;

  private EventNames() {}

  /** Whether it happened to what has, or had, this name. */
  static boolean isOf(String wanted, EngineEvent event, Scene scene) {
    return switch (event) {
      case EngineEvent.ToContainer c ->
          c.name().equals(wanted) || (wanted.length() >= LEAST_OF_ID && c.id().startsWith(wanted));
      case EngineEvent.ToImage image -> isOf(wanted, image, scene);
      case EngineEvent.ToNetwork network -> network.name().equals(wanted);
      case EngineEvent.ToVolume volume -> volume.id().equals(wanted);
      case EngineEvent.ToOther other -> other.id().equals(wanted);
    };
  }

  private static boolean isOf(String wanted, EngineEvent.ToImage image, Scene scene) {
    return switch (image.action()) {
      case "pull", "push" ->
          hasTag(image.id())
              ? same(wanted, image.id())
              : ImageRef.parse(wanted).name().equals(ImageRef.parse(image.id()).name());
      case "untag", "delete" -> {
        List<String> removed = removed(scene);
        yield isNamed(wanted, image)
            || (removed.isEmpty()
                ? bore(wanted, image.id(), scene)
                : removed.stream().anyMatch(name -> same(wanted, name)));
      }
      default -> isNamed(wanted, image) || bore(wanted, image.id(), scene);
    };
  }

  private static boolean isNamed(String wanted, EngineEvent.ToImage image) {
    return same(wanted, image.name()) || same(wanted, image.id());
  }

  /** The names and ids that the engine has told to be gone since the step opened. */
  private static List<String> removed(Scene scene) {
    return scene.history().requests().stream()
        .flatMap(request -> request.outcomes(Outcome.Removed.class))
        .filter(removed -> removed.kind() == ObjectKind.IMAGE)
        .flatMap(removed -> removed.references().stream())
        .toList();
  }

  /** Whether an image has a name now, or was given it in this lesson. */
  private static boolean bore(String name, String id, Scene scene) {
    return scene.history().all().stream()
            .filter(event -> event.action().equals("tag") && event.id().equals(id))
            .anyMatch(event -> event instanceof EngineEvent.ToImage tag && same(name, tag.name()))
        || scene.world().images().stream()
            .filter(image -> image.id().equals(id))
            .anyMatch(image -> image.tags().stream().anyMatch(tag -> same(name, tag)));
  }

  /** Without one it was about all tags. */
  private static boolean hasTag(String reference) {
    return reference.contains("@") || reference.indexOf(':', reference.lastIndexOf('/') + 1) >= 0;
  }

  private static boolean same(String wanted, String actual) {
    return ImageRef.parse(wanted).equals(ImageRef.parse(actual));
  }

  /** What it happened to, for a sentence. */
  public static String shown(EngineEvent event, Scene scene) {
    return switch (event) {
      case EngineEvent.ToContainer c -> c.name();
      case EngineEvent.ToImage image ->
          switch (image.action()) {
            case "pull", "push" -> image.id();
            case "untag", "delete" ->
                removed(scene).reversed().stream()
                    .filter(name -> !name.contains("sha256:"))
                    .findFirst()
                    .orElseGet(() -> ImageRef.parse(image.name()).spoken());
            default -> ImageRef.parse(image.name()).spoken();
          };
      case EngineEvent.ToNetwork network -> network.name();
      case EngineEvent.ToVolume volume -> volume.id();
      case EngineEvent.ToOther other -> other.id();
    };
  }
}
