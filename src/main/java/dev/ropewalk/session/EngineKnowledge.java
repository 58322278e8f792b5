package dev.ropewalk.session;

import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.World;
import java.util.ArrayList;
import java.util.List;

/**
 * What a session knows of the engine apart from its own lines.
 *
 * @param inventory what is there
 * @param news what has changed it since the engine was last asked: what a look shows may be older
 * @param tenancy who may be at the engine
 */
record EngineKnowledge(Inventory inventory, List<EngineEvent> news, Tenancy tenancy) {
  /** The engine has not been looked at. */
  static final EngineKnowledge NONE =
      new EngineKnowledge(Inventory.EMPTY, List.of(), Tenancy.SHARED);

  EngineKnowledge {
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
    if (next.equals(inventory)) {
      return this;
    }
    List<EngineEvent> more = new ArrayList<>(news);
    more.add(event);
    return new EngineKnowledge(next, more, tenancy);
  }

  /** The engine is asked what is there. */
  EngineKnowledge asked() {
    return new EngineKnowledge(inventory, List.of(), tenancy);
  }

  /** The engine has answered. */
  EngineKnowledge seen(World world, MachineFacts machine) {
    Inventory now = Inventory.of(world);
    for (EngineEvent event : news) {
      now = now.with(event);
    }
    return new EngineKnowledge(now, news, machine.privateEngine() ? Tenancy.ALONE : Tenancy.SHARED);
  }
}
