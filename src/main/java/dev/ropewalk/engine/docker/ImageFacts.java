package dev.ropewalk.engine.docker;

import dev.ropewalk.engine.Image;
import java.time.Instant;
import java.util.List;

/** Reads an inspected image. */
final class ImageFacts {
  private ImageFacts() {}

  static Image read(Fields image) {
    Fields config = image.child("Config");
    return new Image(
        image.text("Id"),
        tags(image),
        named(image.texts("RepoDigests")),
        image.number("Size"),
        image.moment("Created").orElse(Instant.EPOCH),
        image.text("Architecture"),
        image.child("RootFS").texts("Layers"),
        config.map("Labels"),
        config.text("User"),
        config.text("WorkingDir"),
        config.texts("Entrypoint"),
        config.texts("Cmd"),
        config.assignments("Env"),
        config.keys("ExposedPorts"),
        config.keys("Volumes"),
        config.child("Healthcheck").texts("Test"));
  }

  static List<String> tags(Fields image) {
    return named(image.texts("RepoTags"));
  }

  /** Old engines call a dangling image {@code <none>:<none>}. */
  private static List<String> named(List<String> references) {
    return references.stream().filter(reference -> !reference.startsWith("<none>")).toList();
  }
}
