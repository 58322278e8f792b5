package dev.ropewalk.check;

import dev.ropewalk.engine.World.ContainerSummary;
import dev.ropewalk.engine.World.NetworkSummary;
import dev.ropewalk.engine.World.VolumeSummary;
import java.util.Set;

/** Which objects of an engine count for a lesson. */
public sealed interface Ownership {
  /** The networks that every engine has, which nobody creates. */
  Set<String> GIVEN_NETWORKS = Set.of("bridge", "host", "none");

  /** Whether this container counts. */
  default boolean counts(ContainerSummary container) {
    return switch (this) {
      case Everything() -> true;
      case Ours ours -> ours.containers().contains(container.id());
    };
  }

  /** Whether this network counts; those that every engine has always do. */
  default boolean counts(NetworkSummary network) {
    return switch (this) {
      case Everything() -> true;
      case Ours ours ->
          GIVEN_NETWORKS.contains(network.name()) || ours.networks().contains(network.id());
    };
  }

  /** Whether this volume counts. */
  default boolean counts(VolumeSummary volume) {
    return switch (this) {
      case Everything() -> true;
      case Ours ours -> ours.volumes().contains(volume.name());
    };
  }

  /** All of them: an engine that is judged as it stands. */
  record Everything() implements Ownership {}

  /**
   * Only what the learner's own commands created since the lesson opened.
   *
   * @param containers by their full ids
   * @param networks by their full ids
   * @param volumes by their names
   */
  record Ours(Set<String> containers, Set<String> networks, Set<String> volumes)
      implements Ownership {
    public Ours {
      containers = Set.copyOf(containers);
      networks = Set.copyOf(networks);
      volumes = Set.copyOf(volumes);
    }

    /** Containers only. */
    public Ours(Set<String> containers) {
      this(containers, Set.of(), Set.of());
    }
  }
}
