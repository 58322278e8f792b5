package dev.ropewalk.check.why;

import dev.ropewalk.check.AskedFor;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Scene;
import dev.ropewalk.command.DockerCommand;
import dev.ropewalk.engine.ImageRef;
import dev.ropewalk.engine.World.ImageSummary;
import dev.ropewalk.text.Suggestion;
import java.util.List;
import java.util.Optional;

/**
 * What a {@code docker push}, {@code docker tag} or {@code docker rmi} that failed says of images
 * by a wrong name. Docker speaks then of registries, of forms or of force.
 */
final class ImageSlips {
  private final Scene scene;
  private final List<String> there;

  ImageSlips(Scene scene) {
    this.scene = scene;
    there = familiar(scene.world().images().stream().flatMap(it -> it.tags().stream()).toList());
  }

  private List<String> asked() {
    return familiar(scene.asked(AskedFor.Kind.IMAGE));
  }

  private static List<String> familiar(List<String> names) {
    return names.stream()
        .filter(name -> !name.startsWith("sha256:"))
        .map(name -> ImageRef.parse(name).familiar())
        .distinct()
        .toList();
  }

  /** What is wrong with a command that failed; empty where it is something else. */
  Optional<Diagnosis> of(DockerCommand command) {
    List<String> args = command.args();
    return switch (command.name()) {
      case "push", "image push" -> args.isEmpty() ? Optional.empty() : pushed(args);
      case "tag", "image tag" ->
          args.size() == 2 ? tagged(args.get(0), args.get(1)) : Optional.empty();
      case "rmi", "image rm" -> args.stream().flatMap(it -> removed(it).stream()).findFirst();
      default -> Optional.empty();
    };
  }

  /**
   * The image of this engine that was meant by a name that nothing has: the one that the step asks
   * for, else one with another tag, else one of nearly that name.
   */
  Optional<String> meant(String name) {
    String wanted = ImageRef.parse(name).familiar();
    List<String> others = there.stream().filter(it -> !it.equals(wanted)).toList();
    return asked().stream()
        .filter(others::contains)
        .filter(it -> isAlike(it, wanted))
        .findFirst()
        .or(
            () ->
                others.stream().filter(it -> repository(it).equals(repository(wanted))).findFirst())
        .or(() -> Suggestion.nearest(wanted, others));
  }

  private static boolean isAlike(String one, String other) {
    return repository(one).equals(repository(other))
        || isTurned(one, other)
        || Suggestion.nearest(other, List.of(one)).isPresent();
  }

  /** Whether of one name and tag stand as tag and name in the other. */
  private static boolean isTurned(String one, String other) {
    String[] parts = other.split(":", -1);
    return parts.length == 2 && one.equals(parts[1] + ":" + parts[0]);
  }

  private static String repository(String name) {
    return ImageRef.parse(name).name();
  }

  private Optional<Diagnosis> pushed(List<String> args) {
    String name = ImageRef.parse(args.getFirst()).familiar();
    Optional<String> wanted =
        asked().stream().filter(it -> hasRegistry(it) && there.contains(it)).findFirst();
    if (wanted.filter(name::equals).isPresent() && args.size() == 1) {
      return Optional.empty();
    }
    String says =
        args.size() > 1
            ? "The name of an image is one word: its tag stands behind a colon."
            : !there.contains(name)
                ? "There is no image `%s` on this engine.".formatted(name)
                : hasRegistry(name)
                    ? ""
                    : "The name `%s` has no registry in front, so docker would bring it to Docker Hub."
                        .formatted(name);
    return says.isEmpty()
        ? Optional.empty()
        : Optional.of(
            MissingNames.failed(
                says,
                wanted
                    .or(() -> meant(name).filter(ImageSlips::hasRegistry))
                    .map("Push it by its whole name: `docker push %s`."::formatted)
                    .orElse("`docker tag` gives an image a name with its registry in front.")));
  }

  private static boolean hasRegistry(String name) {
    int slash = name.indexOf('/');
    return slash > 0 && name.substring(0, slash).matches("localhost|.*[.:].*");
  }

  private Optional<Diagnosis> tagged(String old, String further) {
    boolean known = there.contains(ImageRef.parse(old).familiar()) || isId(old);
    if (known) {
      return further.matches("(.*/)?[^/]*:[^/]*:[^/]*")
          ? Optional.of(
              MissingNames.failed(
                  "`%s` cannot be the name of an image: behind a registry stands a `/`, and only the tag behind a second colon."
                      .formatted(further),
                  asked().stream()
                      .findFirst()
                      .map(it -> "It is `docker tag %s %s`.".formatted(old, it))
                      .orElse("")))
          : Optional.empty();
    }
    if (there.contains(ImageRef.parse(further).familiar())) {
      return Optional.of(
          MissingNames.failed(
              "`docker tag` takes the name that the image has first, and then the further one.",
              "It is `docker tag %s %s`.".formatted(further, target(old))));
    }
    return meant(old)
        .filter(it -> !asked().contains(it))
        .map(
            it ->
                MissingNames.failed(
                    "There is no image `%s` on this engine, but there is `%s`.".formatted(old, it),
                    "It is `docker tag %s %s`.".formatted(it, target(further))));
  }

  /** The name that the step asks for, where there is one that is not there yet. */
  private String target(String typed) {
    List<String> open = asked().stream().filter(it -> !there.contains(it)).toList();
    return open.size() == 1 ? open.getFirst() : typed;
  }

  private boolean isId(String word) {
    return scene.image(word).isPresent();
  }

  private Optional<Diagnosis> removed(String word) {
    String digits = word.replaceFirst("^sha256:", "");
    Optional<ImageSummary> byId =
        digits.matches("[0-9a-f]{4,64}")
            ? scene.world().images().stream()
                .filter(it -> it.id().startsWith("sha256:" + digits) && it.tags().size() > 1)
                .findFirst()
            : Optional.empty();
    if (byId.isPresent()) {
      List<String> names = familiar(byId.get().tags());
      boolean used =
          scene.world().containers().stream().anyMatch(it -> it.imageId().equals(byId.get().id()));
      return used
          ? Optional.empty()
          : Optional.of(
              MissingNames.failed(
                  "The image `%s` has several names, and docker removes it by its id only by force."
                      .formatted(digits.substring(0, Math.min(12, digits.length()))),
                  "`docker rmi %s` removes all of them, and the image with the last."
                      .formatted(String.join(" ", names))));
    }
    String name = ImageRef.parse(word).familiar();
    boolean missing = !there.contains(name) && !word.contains("@") && !isId(word);
    boolean container = scene.world().containers().stream().anyMatch(it -> it.name().equals(word));
    return missing && !container
        ? meant(name)
            .filter(it -> repository(it).equals(repository(name)))
            .map(
                it ->
                    MissingNames.failed(
                        "There is no image `%s` on this engine, but there is `%s`."
                            .formatted(name, it),
                        "Its tag belongs to its name: `docker rmi %s`.".formatted(it)))
        : Optional.empty();
  }
}
