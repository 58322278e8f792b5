package dev.ropewalk.session;

import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.World;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a session knows of the engine apart from its own lines.
 *
 * @param inventory what is there
 * @param running the ids of the containers that run, or are paused
 * @param news what has changed it since the engine was last asked: what a look shows may be older
 * @param tenancy who may be at the engine
 */
record EngineKnowledge(
    Inventory inventory, Set<String> running, List<EngineEvent> news, Tenancy tenancy) {
  /** The engine has not been looked at. */
  static final EngineKnowledge NONE =
      new EngineKnowledge(Inventory.EMPTY, Set.of(), List.of(), Tenancy.SHARED);

  EngineKnowledge {
    running = Set.copyOf(running);
    news = List.copyOf(news);
  }

  /** Who may create things on the engine. */
  enum Tenancy {
    /** The learner and anybody else. */
    SHARED,
    /** The learner alone: it is an engine of the lesson's own. */
    ALONE
  }

  /** The engine tells that something has happened. */
  EngineKnowledge with(EngineEvent event) {
    Inventory next = inventory.with(event);
    Set<String> run = running(running, event);
    if (next.equals(inventory) && run.equals(running)) {
      return this;
    }
    List<EngineEvent> more = new ArrayList<>(news);
    more.add(event);
    return new EngineKnowledge(next, run, more, tenancy);
  }

  /** The engine is asked what is there. */
  EngineKnowledge asked() {
    return new EngineKnowledge(inventory, running, List.of(), tenancy);
  }

  /**
   * Whether it is of such an engine, and nothing has been told since that was asked: a look that
   * shows the same need not be read again, which with hundreds of containers takes long.
   */
  boolean isOf(MachineFacts machine) {
    return news.isEmpty() && tenancy == tenancyOf(machine);
  }

  private static Tenancy tenancyOf(MachineFacts machine) {
    return machine.privateEngine() ? Tenancy.ALONE : Tenancy.SHARED;
  }

  /** The engine has answered. */
  EngineKnowledge seen(World world, MachineFacts machine) {
    Inventory now = Inventory.of(world);
    Set<String> run = running(world);
    for (EngineEvent event : news) {
      now = now.with(event);
      run = running(run, event);
    }
    return new EngineKnowledge(now, run, news, tenancyOf(machine));
  }

  /**
   * Whether a look shows that a container has ended or is gone before the engine has told it. All
   * else an engine tells before it answers the request that was the cause; what a container does by
   * itself, it tells a moment after it can be seen.
   *
   * @param ids of the containers that matter
   */
  boolean isBehind(World world, Set<String> ids) {
    if (ids.isEmpty()) {
      return false;
    }
    Set<String> there =
        world.containers().stream().map(World.ContainerSummary::id).collect(Collectors.toSet());
    Set<String> run = running(world);
    return ids.stream()
        .anyMatch(
            id ->
                inventory.has(id) && !there.contains(id)
                    || running.contains(id) && !run.contains(id));
  }

  private static Set<String> running(World world) {
    return world.containers().stream()
        .filter(
            container ->
                container.state() == ContainerState.RUNNING
                    || container.state() == ContainerState.PAUSED)
        .map(World.ContainerSummary::id)
        .collect(Collectors.toSet());
  }

  private static Set<String> running(Set<String> before, EngineEvent event) {
    if (!(event instanceof EngineEvent.ToContainer container)) {
      return before;
    }
    Set<String> after = new HashSet<>(before);
    switch (container.action()) {
      case "start" -> after.add(container.id());
      case "die", "destroy" -> after.remove(container.id());
      default -> {
        // It goes on as before.
      }
    }
    return after;
  }
}
