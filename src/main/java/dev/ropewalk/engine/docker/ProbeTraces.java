package dev.ropewalk.engine.docker;

import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.EngineProblem;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Tells the events of our own probes from the learner's, so that they are told to nobody. An exec
 * is known by its id, which an event may carry before the engine has given it to us: the event then
 * waits for the creation that is under way. A copy carries no id, so as many are left out as we
 * made. A container of ours is known by its label. Around a copy the engine mounts the container's
 * volumes once more, some engines and some not, so that from then on nobody is told of mounts in
 * that container: its start and end tell as much. Safe for use by several threads.
 */
final class ProbeTraces {
  private final Set<String> execs = ConcurrentHashMap.newKeySet();
  private final Set<String> containers = ConcurrentHashMap.newKeySet();
  private final Set<String> copied = ConcurrentHashMap.newKeySet();
  private final Map<String, Integer> expected = new ConcurrentHashMap<>();
  private final ReentrantReadWriteLock creations = new ReentrantReadWriteLock();

  /** Makes an exec of ours and keeps its id. */
  String exec(Supplier<String> create) {
    creations.readLock().lock();
    try {
      String id = create.get();
      execs.add(id);
      return id;
    } finally {
      creations.readLock().unlock();
    }
  }

  /** Makes a container of ours and keeps its id. */
  String container(Supplier<String> create) {
    String id = create.get();
    containers.add(id);
    return id;
  }

  /** We are about to copy out of a container, by its full id. */
  void copying(String container) {
    copied.add(container);
  }

  /** Does what leaves one event of this action, to a container by its full id. */
  <T> T leaving(String action, String container, Supplier<T> call) {
    expect(action, container);
    try {
      T answer = call.get();
      if (answer instanceof Optional<?> found && found.isEmpty()) {
        forget(action, container);
      }
      return answer;
    } catch (EngineProblem e) {
      forget(action, container);
      throw e;
    }
  }

  /** We are about to do what leaves one event of this action, to a container by its full id. */
  void expect(String action, String container) {
    expected.merge(action + " " + container, 1, Integer::sum);
  }

  /** It was refused, so that it leaves no event; or the event has come. */
  void forget(String action, String container) {
    expected.computeIfPresent(action + " " + container, (_, count) -> count > 1 ? count - 1 : null);
  }

  /** Whether an event is of an exec or a container of ours, or of another ropewalk's container. */
  boolean made(EngineEvent event) {
    return execs.contains(event.details().getOrDefault("execID", "")) || ofContainer(event);
  }

  /** A network and a volume are told the id alone, and after the container itself. */
  private boolean ofContainer(EngineEvent event) {
    if (event.details().containsKey(RunRemains.LABEL)) {
      containers.add(event.id());
    }
    String container =
        switch (event) {
          case EngineEvent.ToNetwork network -> network.container();
          case EngineEvent.ToVolume volume -> volume.container();
          default -> event.id();
        };
    return containers.contains(container);
  }

  /** Whether an event is the trace of a probe of ours; asked once for each event. */
  boolean leftBy(EngineEvent event) {
    if (ofContainer(event)) {
      return true;
    }
    String exec = event.details().getOrDefault("execID", "");
    if (!exec.isEmpty()) {
      return execs.contains(exec) || afterCreations(exec);
    }
    if (event instanceof EngineEvent.ToVolume(_, var action, _, var container, _)
        && copied.contains(container)) {
      return action.equals("mount") || action.equals("unmount");
    }
    boolean ours = expected.containsKey(event.action() + " " + event.id());
    forget(event.action(), event.id());
    return ours;
  }

  private boolean afterCreations(String exec) {
    try {
      // Each creation has the deadline of a call.
      creations.writeLock().lockInterruptibly();
      creations.writeLock().unlock();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return execs.contains(exec);
  }
}
