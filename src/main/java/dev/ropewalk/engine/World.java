package dev.ropewalk.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Everything on an engine at one moment, as its lists show it. */
public record World(
    List<ContainerSummary> containers,
    List<ImageSummary> images,
    List<NetworkSummary> networks,
    List<VolumeSummary> volumes) {
  /** Nothing at all. */
  public static final World EMPTY = new World(List.of(), List.of(), List.of(), List.of());

  public World {
    containers = List.copyOf(containers);
    images = List.copyOf(images);
    networks = List.copyOf(networks);
    volumes = List.copyOf(volumes);
  }

  /**
   * Whether a reference means an image of this engine: by one of its names, or by its id.
   *
   * @param id of the image, with its {@code sha256:} prefix
   * @param reference such as {@code redis:7}, or an id of at least 12 digits
   */
  public boolean isImage(String id, String reference) {
    ImageRef wanted = ImageRef.parse(reference);
    String digits = reference.startsWith("sha256:") ? reference.substring(7) : reference;
    return (digits.matches("[0-9a-f]{12,64}") && id.startsWith("sha256:" + digits))
        || names(id).stream().anyMatch(wanted::equals);
  }

  /** The names that an image has now, by its id. */
  public List<ImageRef> names(String id) {
    return images.stream()
        .filter(image -> image.id().equals(id))
        .flatMap(image -> image.tags().stream())
        .map(ImageRef::parse)
        .toList();
  }

  /**
   * A container in a list.
   *
   * @param name without the leading slash
   * @param image as it was asked for; an id where the tag has moved on
   * @param exitCode present once it has exited
   * @param networks the names of the networks it is attached to
   * @param mounts what is mounted in it, also while it is stopped
   */
  public record ContainerSummary(
      String id,
      String name,
      String image,
      String imageId,
      Instant created,
      ContainerState state,
      OptionalInt exitCode,
      List<Port> ports,
      List<String> networks,
      Map<String, String> labels,
      List<Container.Mount> mounts) {
    public ContainerSummary {
      ports = List.copyOf(ports);
      networks = List.copyOf(networks);
      labels = Map.copyOf(labels);
      mounts = List.copyOf(mounts);
    }

    /** A container with nothing mounted in it. */
    public ContainerSummary(
        String id,
        String name,
        String image,
        String imageId,
        Instant created,
        ContainerState state,
        OptionalInt exitCode,
        List<Port> ports,
        List<String> networks,
        Map<String, String> labels) {
      this(id, name, image, imageId, created, state, exitCode, ports, networks, labels, List.of());
    }
  }

  /**
   * An image in a list.
   *
   * @param id with its {@code sha256:} prefix
   * @param tags such as {@code redis:latest}; none for a dangling image
   * @param size in bytes
   */
  public record ImageSummary(String id, List<String> tags, long size) {
    public ImageSummary {
      tags = List.copyOf(tags);
    }
  }

  /** A network in a list. */
  public record NetworkSummary(String id, String name, String driver) {}

  /**
   * A volume in a list; one that docker named itself has 64 hexadecimal digits for a name.
   *
   * @param created to the second; the beginning of time where the engine does not tell
   */
  public record VolumeSummary(String name, String driver, Instant created) {}
}
