package dev.ropewalk.verify;

import dev.ropewalk.check.Probes;
import dev.ropewalk.engine.Container;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** Probes of a machine on which nothing is found, but for files as a test says. */
public record StuckProbes(UnaryOperator<Path> files) implements Probes {
  @Override
  public Path here(Path there) {
    return files.apply(there);
  }

  @Override
  public Reply knock(String host, int port, Protocol protocol) {
    return new Reply.Refused();
  }

  @Override
  public Optional<Page> page(String host, int port, String path) {
    return Optional.empty();
  }

  @Override
  public Map<String, String> namespaces(Container container) {
    return Map.of();
  }

  @Override
  public Map<String, String> hostNamespaces() {
    return Map.of();
  }

  @Override
  public Optional<String> kernelFile(Container container, String path) {
    return Optional.empty();
  }

  @Override
  public Optional<String> firstProcess(Container container) {
    return Optional.empty();
  }

  @Override
  public List<Process> processes(Container container) {
    return List.of();
  }

  @Override
  public OptionalLong freeDisk() {
    return OptionalLong.empty();
  }
}
