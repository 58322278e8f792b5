package dev.ropewalk.check;

import dev.ropewalk.engine.Container;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Probes of one round of judging: nothing is looked at twice. Not for several threads. */
final class CachedProbes implements Probes {
  private final Probes probes;
  private final Map<Knock, Reply> replies = new HashMap<>();
  private final Map<String, Map<String, String>> namespaces = new HashMap<>();
  private final Map<String, Optional<String>> files = new HashMap<>();
  private final Map<String, Optional<Page>> pages = new HashMap<>();
  private final Map<String, Optional<String>> first = new HashMap<>();
  private final Map<String, List<Process>> processes = new HashMap<>();
  private final Map<ComposeFiles, ComposeAnswer> composed = new HashMap<>();
  private @Nullable Map<String, String> host;
  private @Nullable OptionalLong disk;

  private record ComposeFiles(Path folder, List<String> names) {}

  private record Knock(String host, int port, Protocol protocol) {}

  CachedProbes(Probes probes) {
    this.probes = probes;
  }

  @Override
  public Reply knock(String host, int port, Protocol protocol) {
    return replies.computeIfAbsent(
        new Knock(host, port, protocol), _ -> probes.knock(host, port, protocol));
  }

  @Override
  public Optional<Page> page(String host, int port, String path) {
    return pages.computeIfAbsent(host + ":" + port + path, _ -> probes.page(host, port, path));
  }

  @Override
  public Map<String, String> namespaces(Container container) {
    return once(namespaces, container, probes::namespaces);
  }

  @Override
  public Map<String, String> hostNamespaces() {
    Map<String, String> known = host == null ? probes.hostNamespaces() : host;
    host = known;
    return known;
  }

  @Override
  public Optional<String> kernelFile(Container container, String path) {
    return files.computeIfAbsent(container.id() + path, _ -> probes.kernelFile(container, path));
  }

  @Override
  public Optional<String> firstProcess(Container container) {
    return once(first, container, probes::firstProcess);
  }

  @Override
  public int pidInside(Container container, Process process) {
    return probes.pidInside(container, process);
  }

  @Override
  public List<Process> processes(Container container) {
    return once(processes, container, probes::processes);
  }

  @Override
  public OptionalLong freeDisk() {
    OptionalLong known = disk == null ? probes.freeDisk() : disk;
    disk = known;
    return known;
  }

  @Override
  public ScriptResult script(String text, Map<String, String> variables, Duration limit) {
    return probes.script(text, variables, limit);
  }

  @Override
  public ComposeAnswer compose(Path folder, List<String> names) {
    return composed.computeIfAbsent(
        new ComposeFiles(folder, names), _ -> probes.compose(folder, names));
  }

  private static <T> T once(Map<String, T> seen, Container container, Function<Container, T> look) {
    return seen.computeIfAbsent(container.id(), _ -> look.apply(container));
  }

  @Override
  public Path here(Path there) {
    return probes.here(there);
  }
}
