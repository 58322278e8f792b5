package dev.ropewalk.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An engine that has what it was given. It counts what it is asked, and fails when it is told to.
 * For one thread.
 */
public final class FakeEngine implements Engine {
  private final Map<String, Container> containers = new LinkedHashMap<>();
  private final Map<String, Image> images = new LinkedHashMap<>();
  private final Map<String, Network> networks = new LinkedHashMap<>();
  private final Map<String, Volume> volumes = new LinkedHashMap<>();
  private final Map<String, String> files = new LinkedHashMap<>();
  private final Map<String, ExecResult> execs = new LinkedHashMap<>();
  private final Map<String, ContainerRun.Result> runs = new LinkedHashMap<>();
  private final Map<String, List<LogLine>> logs = new LinkedHashMap<>();
  private final Map<String, List<LogLine>> lateLogs = new LinkedHashMap<>();
  private final Map<String, List<String>> histories = new LinkedHashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final List<String> alone = new ArrayList<>();
  private @Nullable EngineProblem problem;

  /** Removes a container. */
  public FakeEngine without(String container) {
    containers.values().removeIf(it -> it.name().equals(container));
    return this;
  }

  /** Adds a container, or puts it in the place of the one with its id. */
  public FakeEngine with(SampleContainer container) {
    Container built = container.build();
    containers.put(built.id(), built);
    return this;
  }

  /** Adds an image of these tags. */
  public FakeEngine withImage(String... tags) {
    return with(SampleImage.tagged(tags));
  }

  /** Adds an image of a tag that runs these words by itself. */
  public FakeEngine withImageRunning(String tag, String... words) {
    return with(SampleImage.running(tag, words));
  }

  /** Adds a network. */
  public FakeEngine with(Network network) {
    networks.put(network.name(), network);
    return this;
  }

  /** Adds a volume. */
  public FakeEngine with(Volume volume) {
    volumes.put(volume.name(), volume);
    return this;
  }

  /** A file in a container. */
  public FakeEngine file(String container, String path, String text) {
    files.put(SampleContainer.id(container) + ":" + path, text);
    return this;
  }

  /** What a command in a container comes to; any that is not known cannot be found there. */
  public FakeEngine exec(String container, String command, int exitCode, String out) {
    execs.put(
        SampleContainer.id(container) + ": " + command,
        new ExecResult("exec", exitCode, out, exitCode == 0 ? "" : out));
    return this;
  }

  /** From this container no port of another one is reached. */
  public FakeEngine nothingReaches(String container) {
    alone.add(SampleContainer.id(container));
    return this;
  }

  /** Adds an image. */
  public FakeEngine with(Image image) {
    images.put(image.id(), image);
    return this;
  }

  /** What a container has written to its standard output. */
  public FakeEngine log(String container, String... lines) {
    logs.put(
        SampleContainer.id(container),
        List.of(lines).stream().map(line -> new LogLine(LogLine.Stream.OUT, line)).toList());
    return this;
  }

  /** What a container has written lately, whatever moment is asked for. */
  public FakeEngine lateLog(String container, String... lines) {
    lateLogs.put(
        SampleContainer.id(container),
        List.of(lines).stream().map(line -> new LogLine(LogLine.Stream.OUT, line)).toList());
    return this;
  }

  /** The instructions that made an image, by its id. */
  public FakeEngine history(String image, String... instructions) {
    histories.put(image, List.of(instructions));
    return this;
  }

  /** From now on every question fails. */
  public FakeEngine failing(EngineProblem.Kind kind, String message) {
    problem = new EngineProblem(kind, message, null);
    return this;
  }

  /** What it was asked, in order. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  private void ask(String question) {
    asked.add(question);
    EngineProblem trouble = problem;
    if (trouble != null) {
      throw trouble;
    }
  }

  @Override
  public EngineInfo info() {
    ask("info");
    return new EngineInfo(
        "FAKE:ENGINE",
        "fake",
        "20.10.24",
        "1.41",
        "1.41",
        "127.0.0.1",
        1,
        "Debian",
        "6.1",
        Duration.ZERO);
  }

  @Override
  public void greet() {
    ask("greet");
  }

  @Override
  public World world() {
    ask("world");
    return new World(
        containers.values().stream().map(FakeEngine::summary).toList(),
        images.values().stream()
            .map(image -> new World.ImageSummary(image.id(), image.tags(), image.size()))
            .toList(),
        networks.values().stream()
            .map(n -> new World.NetworkSummary(n.id(), n.name(), n.driver()))
            .toList(),
        volumes.values().stream()
            .map(v -> new World.VolumeSummary(v.name(), v.driver(), Instant.EPOCH))
            .toList());
  }

  @Override
  public Optional<Network> network(String network) {
    ask("network " + network);
    return Optional.ofNullable(networks.get(network));
  }

  @Override
  public Optional<Volume> volume(String volume) {
    ask("volume " + volume);
    return Optional.ofNullable(volumes.get(volume));
  }

  @Override
  public Optional<String> file(String container, String path) {
    ask("file " + path);
    return Optional.ofNullable(files.get(container + ":" + path));
  }

  private static World.ContainerSummary summary(Container container) {
    boolean ended = container.status().state() == ContainerState.EXITED;
    return new World.ContainerSummary(
        container.id(),
        container.name(),
        container.image(),
        container.imageId(),
        container.created(),
        container.status().state(),
        ended ? OptionalInt.of(container.status().exitCode()) : OptionalInt.empty(),
        container.ports(),
        List.copyOf(container.networks().keySet()),
        container.config().labels(),
        container.mounts());
  }

  @Override
  public Optional<Container> container(String container) {
    ask("container " + container);
    return containers.values().stream()
        .filter(each -> each.id().startsWith(container) || each.name().equals(container))
        .findFirst();
  }

  @Override
  public Optional<Image> image(String image) {
    ask("image " + image);
    ImageRef wanted = ImageRef.parse(image);
    return images.values().stream()
        .filter(
            each ->
                each.id().equals(image)
                    || each.tags().stream().map(ImageRef::parse).anyMatch(wanted::equals))
        .findFirst();
  }

  @Override
  public List<LogLine> logs(String container, int lines) {
    ask("logs " + container);
    return logs.getOrDefault(container, List.of());
  }

  @Override
  public List<LogLine> logs(String container, int lines, Instant since) {
    ask("logs " + container + " since " + since);
    return lateLogs.getOrDefault(container, List.of());
  }

  @Override
  public List<String> history(String image) {
    ask("history " + image);
    return histories.getOrDefault(image, List.of());
  }

  @Override
  public List<ContainerProcess> processes(String container) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ExecResult exec(String container, List<String> command, Duration deadline) {
    ask("exec " + String.join(" ", command));
    if (alone.contains(container) && String.join(" ", command).contains("/dev/tcp/")) {
      return new ExecResult("exec", 1, "", "");
    }
    return execs.getOrDefault(
        container + ": " + String.join(" ", command), new ExecResult("exec", 127, "", "not found"));
  }

  @Override
  public ContainerRun.Result run(ContainerRun run) {
    ask("run " + run);
    return runs.getOrDefault(
        Stream.concat(run.entrypoint().stream(), run.command().stream())
                .collect(Collectors.joining(" "))
            + (run.input().isEmpty() ? "" : " < " + run.input()),
        new ContainerRun.Result(ContainerRun.Ending.ENDED, 127, "", "not found"));
  }

  /**
   * What comes of a throw-away container with this entrypoint and command, and {@code < INPUT}
   * where it has one.
   */
  public FakeEngine run(String command, ContainerRun.Result result) {
    runs.put(command, result);
    return this;
  }

  @Override
  public Fetch fetch(String image, FetchListener listener) {
    listener.progress(1, 1);
    listener.over(Optional.empty());
    return () -> {};
  }

  @Override
  public Subscription subscribe(Instant since, Listener listener) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<EngineEvent> remembered() {
    return List.of();
  }

  @Override
  public void close() {
    // There is nothing to give back.
  }
}
