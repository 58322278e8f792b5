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
 * @param plugins a folder with plugins of the docker command of this machine, that the one inside
 *     has, too; passed over where everybody on this machine may not read it
 * @param patience how long starting may take
 */
public record SandboxPlan(
    SandboxLimits limits,
    Optional<InetSocketAddress> registry,
    List<Path> archives,
    Optional<Path> stored,
    Optional<Path> plugins,
    Duration patience) {
  public SandboxPlan {
    Objects.requireNonNull(limits);
    Objects.requireNonNull(registry);
    archives = archives.stream().map(Path::toAbsolutePath).toList();
    stored = stored.map(Path::toAbsolutePath);
    plugins = plugins.map(Path::toAbsolutePath);
    Objects.requireNonNull(patience);
  }

  /** An engine without images and with the usual limits. */
  public static SandboxPlan empty() {
    return new SandboxPlan(
        SandboxLimits.USUAL,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Patience.BUSY_MACHINE);
  }

  public SandboxPlan withLimits(SandboxLimits others) {
    return new SandboxPlan(others, registry, archives, stored, plugins, patience);
  }

  public SandboxPlan withRegistry(InetSocketAddress address) {
    return new SandboxPlan(limits, Optional.of(address), archives, stored, plugins, patience);
  }

  public SandboxPlan withArchives(List<Path> files) {
    return new SandboxPlan(limits, registry, files, stored, plugins, patience);
  }

  public SandboxPlan withPlugins(Path folder) {
    return new SandboxPlan(limits, registry, archives, stored, Optional.of(folder), patience);
  }

  public SandboxPlan withStored(Path file) {
    return new SandboxPlan(limits, registry, archives, Optional.of(file), plugins, patience);
  }
}
