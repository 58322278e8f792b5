package dev.ropewalk.check.inside;

import dev.ropewalk.check.Probes;
import dev.ropewalk.engine.Container;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether namespaces are the same: the kernel's word where it can be read from here, else what the
 * engine was asked for; empty where neither tells.
 */
final class NamespaceSharing {
  private NamespaceSharing() {}

  /** A container's and the host's. */
  static Optional<Boolean> withHost(String kind, Container container, Probes probes) {
    return same(probes.namespaces(container).get(kind), probes.hostNamespaces().get(kind))
        .or(() -> mode(kind, container).map("host"::equals));
  }

  /** Those of two containers. */
  static Optional<Boolean> between(String kind, Container one, Container other, Probes probes) {
    return same(probes.namespaces(one).get(kind), probes.namespaces(other).get(kind))
        .or(
            () ->
                mode(kind, one).flatMap(a -> mode(kind, other).map(b -> asked(a, b, one, other))));
  }

  private static Optional<Boolean> same(@Nullable String one, @Nullable String other) {
    return one == null || other == null ? Optional.empty() : Optional.of(one.equals(other));
  }

  /** Whether what was asked for comes to the same. */
  private static boolean asked(String a, String b, Container one, Container other) {
    boolean joined = a.startsWith("container:") || a.equals("host");
    return one.id().equals(other.id())
        || (joined && a.equals(b))
        || a.equals("container:" + other.id())
        || b.equals("container:" + one.id());
  }

  /** What the engine was asked for; every container has a {@code mnt} namespace of its own. */
  private static Optional<String> mode(String kind, Container container) {
    return switch (kind) {
      case "pid" -> Optional.of(container.host().pidMode());
      case "net" -> Optional.of(container.host().networkMode());
      case "ipc" -> Optional.of(container.host().ipcMode());
      case "mnt" -> Optional.of("private");
      case "uts" -> Optional.of(container.host().utsMode());
      default -> Optional.empty();
    };
  }
}
