package dev.ropewalk.check;

import dev.ropewalk.engine.Container;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Probes that find what they were told; every other port is closed. */
public final class FakeProbes implements Probes {
  private final Map<Integer, Reply> replies = new HashMap<>();
  private final Map<String, Page> pages = new HashMap<>();
  private final Map<String, String> inside = new HashMap<>();
  private final Map<String, String> outside = new HashMap<>();
  private final Map<String, String> kernel = new HashMap<>();
  private final List<Process> processes = new ArrayList<>();
  private final List<String> looks = new ArrayList<>();
  private OptionalLong disk = OptionalLong.empty();

  private final List<Map.Entry<String, Map<String, String>>> scripts = new ArrayList<>();
  private Optional<ScriptResult> end = Optional.empty();
  private Optional<ComposeAnswer> composed = Optional.empty();

  /** How every script ends. */
  public void ending(ScriptResult result) {
    end = Optional.of(result);
  }

  /** The scripts that were run, with their variables. */
  public List<Map.Entry<String, Map<String, String>>> scripts() {
    return scripts;
  }

  @Override
  public ScriptResult script(String text, Map<String, String> variables, Duration limit) {
    scripts.add(Map.entry(text, variables));
    return end.orElseGet(() -> Probes.super.script(text, variables, limit));
  }

  /** What a knock at a port finds. */
  public FakeProbes at(int port, Reply reply) {
    replies.put(port, reply);
    return this;
  }

  /** The numbers of one kind of namespace. */
  public FakeProbes namespace(String kind, String container, String host) {
    inside.put(kind, container);
    outside.put(kind, host);
    return this;
  }

  /** A file of the kernel in every container. */
  public FakeProbes kernel(String path, String text) {
    kernel.put(path, text);
    return this;
  }

  /** The processes of every container; each has the pid before its own as its parent's. */
  public FakeProbes process(int hostPid, int pid, String user, String command) {
    processes.add(new Process(hostPid, pid, hostPid - 1, user, command));
    return this;
  }

  /** The free bytes on the engine's machine. */
  public FakeProbes disk(long bytes) {
    disk = OptionalLong.of(bytes);
    return this;
  }

  /** What it was asked, in order. */
  public List<String> looks() {
    return List.copyOf(looks);
  }

  @Override
  public Optional<String> kernelFile(Container container, String path) {
    looks.add("kernel file " + path);
    return Optional.ofNullable(kernel.get(path));
  }

  @Override
  public Optional<String> firstProcess(Container container) {
    looks.add("first process of " + container.name());
    return Optional.ofNullable(kernel.get("/proc/1/status"));
  }

  @Override
  public List<Process> processes(Container container) {
    looks.add("processes of " + container.name());
    return List.copyOf(processes);
  }

  @Override
  public OptionalLong freeDisk() {
    looks.add("free disk");
    return disk;
  }

  @Override
  public Optional<Page> page(String host, int port, String path) {
    looks.add("page " + port + (path.equals("/") ? "" : path));
    return Optional.ofNullable(pages.get(port + path));
  }

  /** What a web server sends. */
  public FakeProbes page(int port, String text) {
    return page(port, "/", 200, text);
  }

  /** What a web server sends for a path. */
  public FakeProbes page(int port, String path, int status, String text) {
    pages.put(port + path, new Page(status, text));
    return at(port, new Reply.Answered(path.equals("/") ? Integer.toString(status) : "200"));
  }

  @Override
  public Reply knock(String host, int port, Protocol protocol) {
    looks.add(protocol + " " + port);
    return replies.getOrDefault(port, new Reply.Refused());
  }

  @Override
  public Map<String, String> namespaces(Container container) {
    looks.add("namespaces of " + container.name());
    return container.running() ? Map.copyOf(inside) : Map.of();
  }

  @Override
  public Map<String, String> hostNamespaces() {
    looks.add("namespaces of the host");
    return Map.copyOf(outside);
  }

  /** What Compose says of every file; otherwise it is not there. */
  public FakeProbes composed(ComposeAnswer answer) {
    composed = Optional.of(answer);
    return this;
  }

  @Override
  public ComposeAnswer compose(Path folder, List<String> names) {
    looks.add("compose file " + names);
    return composed.orElseGet(() -> Probes.super.compose(folder, names));
  }

  @Override
  public Path here(Path there) {
    return there;
  }
}
