package dev.ropewalk.sandbox;

import dev.ropewalk.patience.Patience;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What kind of private engine is wanted.
 *
 * @param registry a plain HTTP registry, as seen from this machine, that the engine inside uses as
 *     its mirror, so that {@code docker pull redis} works; nothing else outside can be reached
 * @param archives files of {@code docker save} that it loads before it is handed over
 * @param stored a file written by {@link Sandboxes#store}; the quickest way to have images
 * @param patience how long starting may take
 */
public record SandboxPlan(
    SandboxLimits limits,
    Optional<InetSocketAddress> registry,
    List<Path> archives,
    Optional<Path> stored,
    Duration patience) {
  public SandboxPlan {
    Objects.requireNonNull(limits);
    Objects.requireNonNull(registry);
    archives = archives.stream().map(Path::toAbsolutePath).toList();
    stored = stored.map(Path::toAbsolutePath);
    Objects.requireNonNull(patience);
  }

  /** An engine without images and with the usual limits. */
  public static SandboxPlan empty() {
    return new SandboxPlan(
        SandboxLimits.USUAL, Optional.empty(), List.of(), Optional.empty(), Patience.BUSY_MACHINE);
  }

  public SandboxPlan withLimits(SandboxLimits others) {
    return new SandboxPlan(others, registry, archives, stored, patience);
  }

  public SandboxPlan withRegistry(InetSocketAddress address) {
    return new SandboxPlan(limits, Optional.of(address), archives, stored, patience);
  }

  public SandboxPlan withArchives(List<Path> files) {
    return new SandboxPlan(limits, registry, files, stored, patience);
  }

  public SandboxPlan withStored(Path file) {
    return new SandboxPlan(limits, registry, archives, Optional.of(file), patience);
  }
}
