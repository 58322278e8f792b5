package dev.ropewalk.engine.docker;

import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.World;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the entries of the engine's lists. */
final class WorldFacts {
  private static final Pattern EXITED = Pattern.compile("Exited \\((-?\\d{1,9})\\).*");

  private WorldFacts() {}

  static World.ContainerSummary container(Fields container) {
    return new World.ContainerSummary(
        container.text("Id"),
        container.texts("Names").stream()
            .map(ContainerFacts::name)
            .filter(name -> !name.contains("/")) // `web/db` is a link of another container to it
            .findFirst()
            .orElse(""),
        container.text("Image"),
        container.text("ImageID"),
        Instant.ofEpochSecond(container.number("Created")),
        ContainerState.parse(container.text("State")),
        exitCode(container.text("Status")),
        PortFacts.inList(container),
        container.child("NetworkSettings").keys("Networks"),
        container.map("Labels"),
        ContainerFacts.mounts(container));
  }

  static World.ImageSummary image(Fields image) {
    return new World.ImageSummary(image.text("Id"), ImageFacts.tags(image), image.number("Size"));
  }

  static World.NetworkSummary network(Fields network) {
    return new World.NetworkSummary(
        network.text("Id"), network.text("Name"), network.text("Driver"));
  }

  static World.VolumeSummary volume(Fields volume) {
    return new World.VolumeSummary(
        volume.text("Name"),
        volume.text("Driver"),
        volume.moment("CreatedAt").orElse(Instant.EPOCH));
  }

  /** Lists have the exit code only in a text for people: {@code Exited (137) 2 minutes ago}. */
  private static OptionalInt exitCode(String status) {
    Matcher matcher = EXITED.matcher(status);
    return matcher.matches()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }
}
