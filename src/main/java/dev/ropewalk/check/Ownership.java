package dev.ropewalk.check;

import dev.ropewalk.engine.World.ContainerSummary;
import java.util.Set;

/** Which objects of an engine count for a lesson. */
public sealed interface Ownership {
  /** Whether this container counts. */
  default boolean counts(ContainerSummary container) {
    return switch (this) {
      case Everything() -> true;
      case Ours(var containers) -> containers.contains(container.id());
    };
  }

  /** All of them: an engine that is judged as it stands. */
  record Everything() implements Ownership {}

  /**
   * Only the containers that the learner's own commands created since the lesson opened, by their
   * full ids.
   */
  record Ours(Set<String> containers) implements Ownership {
    public Ours {
      containers = Set.copyOf(containers);
    }
  }
}
