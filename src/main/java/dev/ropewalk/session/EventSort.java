package dev.ropewalk.session;

import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.World;
import dev.ropewalk.session.LineAccount.When;
import java.util.Set;

/** What an event of the engine is, whoever caused it. */
final class EventSort {
  /** What reading a container or a volume leaves behind in the engine's events. */
  private static final Set<String> ECHOES = Set.of("archive-path", "mount", "top", "unmount");

  /** How a container ends; the engine tells all of it at once. */
  private static final Set<String> ENDS = Set.of("die", "kill", "stop");

  private static final Set<String> IMAGE_ACTS =
      Set.of("pull", "push", "tag", "untag", "delete", "load", "import", "save");

  private EventSort() {}

  /** Whether a container ends by it. */
  static boolean isEnd(EngineEvent event) {
    return event instanceof EngineEvent.ToContainer && ENDS.contains(event.action());
  }

  /** Whether it is what reading leaves behind, which a check may have done. */
  static boolean isEcho(EngineEvent event) {
    return event.action().startsWith("exec_") || ECHOES.contains(event.action());
  }

  static boolean isBirth(EngineEvent event) {
    return switch (event) {
      case EngineEvent.ToContainer _, EngineEvent.ToNetwork _, EngineEvent.ToVolume _ ->
          event.action().equals("create");
      case EngineEvent.ToImage _ -> event.action().equals("tag");
      case EngineEvent.ToOther _ -> false;
    };
  }

  static boolean isImageAct(EngineEvent event) {
    return event instanceof EngineEvent.ToImage && IMAGE_ACTS.contains(event.action());
  }

  /**
   * Whether a health check may have caused it: every few seconds, for hours, and no check can use
   * it. What the learner runs in a container is told of while their line runs.
   */
  static boolean isProbe(EngineEvent event, When when) {
    return when == When.LATER && event.action().startsWith("exec_");
  }

  static boolean seen(EngineEvent event, World world) {
    return switch (event) {
      case EngineEvent.ToContainer c ->
          world.containers().stream().anyMatch(now -> now.id().equals(c.id()));
      case EngineEvent.ToNetwork n ->
          world.networks().stream().anyMatch(now -> now.id().equals(n.id()));
      case EngineEvent.ToVolume v ->
          world.volumes().stream().anyMatch(now -> now.name().equals(v.id()));
      case EngineEvent.ToImage _ -> true;
      case EngineEvent.ToOther _ -> false;
    };
  }

  static boolean concerns(EngineEvent event, Set<String> ids) {
    return ids.contains(event.id()) || ids.contains(subject(event));
  }

  /** The container that an event of a network or a volume is about. */
  private static String subject(EngineEvent event) {
    return switch (event) {
      case EngineEvent.ToNetwork n -> n.container();
      case EngineEvent.ToVolume v -> v.container();
      case EngineEvent.ToContainer _, EngineEvent.ToImage _, EngineEvent.ToOther _ -> "";
    };
  }
}
