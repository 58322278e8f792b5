package dev.ropewalk.engine.docker;

import dev.ropewalk.engine.EngineEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the engine's events say of its lists: how much has changed, which of them, and which
 * containers. Safe for use by several threads.
 */
final class ListChanges {
  /** What is done to a container or a volume that no list shows. */
  private static final Set<String> WITHOUT_TRACE =
      Set.of("archive-path", "attach", "export", "mount", "top", "unmount");

  /** What changes a container, and no list of networks. */
  private static final Set<String> BETWEEN = Set.of("connect", "disconnect");

  /** More containers than that are asked for with all the others. */
  private static final int MOST = 100;

  private final Map<String, Long> containers = new HashMap<>();
  private long number;
  private long networks;
  private long volumes;
  private long everything;

  /**
   * Which containers have to be asked for again.
   *
   * @param number of the newest change
   * @param all whether any container may have changed
   * @param containers their ids, where only these have
   * @param networks whether their list may have changed
   * @param volumes whether their list may have changed
   */
  record Since(
      long number, boolean all, Set<String> containers, boolean networks, boolean volumes) {
    /** Nothing is known. */
    static final Since EVERYTHING = new Since(-1, true, Set.of(), true, true);
  }

  /** Something has happened. */
  synchronized void add(EngineEvent event) {
    if (event.action().startsWith("exec_") || WITHOUT_TRACE.contains(event.action())) {
      return;
    }
    number++;
    switch (event) {
      case EngineEvent.ToNetwork it when !BETWEEN.contains(it.action()) -> networks = number;
      case EngineEvent.ToContainer it -> containers.put(it.id(), number);
      case EngineEvent.ToNetwork it when !it.container().isEmpty() ->
          containers.put(it.container(), number);
      case EngineEvent.ToNetwork _ -> {}
      case EngineEvent.ToVolume _ -> volumes = number;
      // A container in a list is named by its image, as long as that has the name.
      case EngineEvent.ToImage _, EngineEvent.ToOther _ -> everything = number;
    }
    if (containers.size() > MOST) {
      containers.clear();
      everything = number;
    }
  }

  /** What happened meanwhile may never be told. */
  synchronized void addAll() {
    everything = ++number;
    containers.clear();
  }

  /** What has changed after the change of a number. */
  synchronized Since since(long seen) {
    containers.values().removeIf(changed -> changed <= seen);
    return new Since(
        number,
        everything > seen,
        containers.keySet().stream().collect(Collectors.toUnmodifiableSet()),
        everything > seen || networks > seen,
        everything > seen || volumes > seen);
  }
}
