package dev.ropewalk.engine.docker;

import dev.ropewalk.engine.Engine;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.EngineProblem;
import dev.ropewalk.patience.Patience;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** A listener that keeps all it hears and lets a test wait for it. */
final class EventLog implements Engine.Listener {
  private static final long PATIENCE_NANOS = Patience.BUSY_MACHINE.toNanos();

  private final List<EngineEvent> events = new ArrayList<>();
  private final List<String> turns = new ArrayList<>();

  @Override
  public synchronized void happened(EngineEvent event) {
    events.add(event);
    notifyAll();
  }

  @Override
  public synchronized void lost(EngineProblem problem) {
    turns.add("lost: " + problem.kind());
    notifyAll();
  }

  @Override
  public synchronized void back() {
    turns.add("back");
    notifyAll();
  }

  /** All that has been told so far. */
  synchronized List<EngineEvent> events() {
    return List.copyOf(events);
  }

  /** The events of one container, once one of them is as asked for. */
  synchronized List<EngineEvent.ToContainer> of(
      String name, Predicate<EngineEvent.ToContainer> last) {
    waitUntil(() -> container(name).stream().anyMatch(last), "events of " + name);
    return container(name);
  }

  /** The actions on one container that have been told so far. */
  synchronized List<String> told(String name) {
    return container(name).stream().map(EngineEvent.ToContainer::action).toList();
  }

  /** The actions on one container up to and with the last one that is asked for. */
  List<String> actions(String name, String last) {
    return of(name, event -> event.action().equals(last)).stream()
        .map(EngineEvent.ToContainer::action)
        .toList();
  }

  /** How the engine was lost and came back, once that has happened so often. */
  synchronized List<String> turns(int count) {
    waitUntil(() -> turns.size() >= count, count + " turns");
    return List.copyOf(turns);
  }

  /** All events, once one of them is as asked for. */
  synchronized List<EngineEvent> all(Predicate<EngineEvent> one) {
    waitUntil(() -> events.stream().anyMatch(one), "an event");
    return List.copyOf(events);
  }

  private List<EngineEvent.ToContainer> container(String name) {
    return events.stream()
        .filter(EngineEvent.ToContainer.class::isInstance)
        .map(EngineEvent.ToContainer.class::cast)
        .filter(event -> event.name().equals(name))
        .toList();
  }

  private synchronized void waitUntil(BooleanSupplier condition, String what) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        throw new AssertionError(
            "waited in vain for %s; heard %s, %s".formatted(what, events, turns));
      }
      try {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      } catch (InterruptedException e) {
        throw new AssertionError("interrupted", e);
      }
    }
  }
}
