package dev.ropewalk.check.learner;

import dev.ropewalk.check.Scene;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.ImageRef;
import java.util.Locale;
import java.util.Optional;

/** Says of an answer what id it is, where a short id was asked for. */
final class IdAnswer {
  private static final int SHORT = 12;

  private IdAnswer() {}

  /**
   * Empty where the question is about no id, or the answer is none.
   *
   * @param truth the right answer
   */
  static Optional<String> mistaken(String given, String truth, Container container, Scene scene) {
    String id = container.id();
    String digits = given.toLowerCase(Locale.ROOT);
    if (!truth.equals(id.substring(0, SHORT))) {
      return Optional.empty();
    }
    if (digits.equals(id)) {
      return Optional.of(
          "That is the full id, all 64 characters; the question asks for the first 12.");
    }
    if (given.length() > SHORT && given.contains(truth)) {
      return Optional.of(
          "`%s` holds the right 12 characters, and more than these.".formatted(given));
    }
    if (!digits.matches("(sha256:)?[0-9a-f]{3,64}")) {
      return Optional.empty();
    }
    return id.startsWith(digits)
        ? Optional.of(
            "`%s` is only the beginning of it: %s characters of 12."
                .formatted(given, given.length()))
        : other(given, digits, scene);
  }

  private static Optional<String> other(String given, String digits, Scene scene) {
    String bare = digits.replace("sha256:", "");
    return scene.world().images().stream()
        .filter(image -> image.id().startsWith("sha256:" + bare))
        .findFirst()
        .map(
            image ->
                "`%s` is the id of an image%s, not of a container."
                    .formatted(
                        given,
                        image.tags().stream()
                            .findFirst()
                            .map(tag -> " (`" + ImageRef.parse(tag).familiar() + "`)")
                            .orElse("")))
        .or(
            () ->
                scene.world().containers().stream()
                    .filter(container -> container.id().startsWith(bare))
                    .findFirst()
                    .map(
                        container ->
                            "`%s` is the id of the container `%s`%s."
                                .formatted(
                                    given,
                                    container.name(),
                                    scene.history().ownership().counts(container)
                                        ? ""
                                        : ", which was not made in this lesson")));
  }
}
