package dev.ropewalk.engine;

import java.time.Instant;
import java.util.Map;

/**
 * Something that happened on the engine. The action is docker's own word ({@code create}, {@code
 * start}, {@code die}, {@code pull} ...); for exec events the command is cut off ({@code
 * exec_start}), for changes of health the state ({@code health_status}). Times are the engine's.
 */
public sealed interface EngineEvent {
  Instant at();

  String action();

  /**
   * The id of what it happened to; for volumes and images the engine gives a name or a reference.
   */
  String id();

  /**
   * The engine's own details ({@code exitCode}, {@code signal}, {@code execID}, {@code name},
   * {@code image}, labels ...); for exec events also the {@code command}, for {@code health_status}
   * the {@code health}.
   */
  Map<String, String> details();

  /**
   * Whether it leaves all objects as they are: something was run inside a container, or somebody
   * looks at one. Whatever comes of it for an object has an event of its own.
   */
  default boolean changesNoObject() {
    return switch (action()) {
      case "attach", "detach", "resize", "top", "export", "archive-path", "extract-to-dir" -> true;
      default -> action().startsWith("exec_");
    };
  }

  /** To a container; the image is what it was created from, as it was asked for. */
  record ToContainer(
      Instant at, String action, String id, String name, String image, Map<String, String> details)
      implements EngineEvent {
    public ToContainer {
      details = Map.copyOf(details);
    }
  }

  /** To an image. */
  record ToImage(Instant at, String action, String id, String name, Map<String, String> details)
      implements EngineEvent {
    public ToImage {
      details = Map.copyOf(details);
    }
  }

  /** To a network; the container is empty where none is concerned. */
  record ToNetwork(
      Instant at,
      String action,
      String id,
      String name,
      String container,
      Map<String, String> details)
      implements EngineEvent {
    public ToNetwork {
      details = Map.copyOf(details);
    }
  }

  /** To a volume; the container is empty where none is concerned. */
  record ToVolume(
      Instant at, String action, String id, String container, Map<String, String> details)
      implements EngineEvent {
    public ToVolume {
      details = Map.copyOf(details);
    }
  }

  /** To anything else (plugin, daemon, builder ...), named by its type. */
  record ToOther(Instant at, String type, String action, String id, Map<String, String> details)
      implements EngineEvent {
    public ToOther {
      details = Map.copyOf(details);
    }
  }
}
