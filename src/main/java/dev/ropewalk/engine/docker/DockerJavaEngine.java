package dev.ropewalk.engine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.transport.DockerHttpClient;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.ContainerProcess;
import dev.ropewalk.engine.ContainerRun;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.EngineInfo;
import dev.ropewalk.engine.EngineProblem;
import dev.ropewalk.engine.ExecResult;
import dev.ropewalk.engine.Image;
import dev.ropewalk.engine.LogLine;
import dev.ropewalk.engine.Network;
import dev.ropewalk.engine.Volume;
import dev.ropewalk.engine.World;
import dev.ropewalk.patience.Patience;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An engine that speaks Docker's API, by way of docker-java. */
public final class DockerJavaEngine implements Engine {
  /** How long the engine is given to answer where nothing else is said. */
  public static final Duration DEADLINE = Patience.AT_THE_PROMPT;

  private final EngineAddress address;
  private final InstantSource clock;
  private final Problems problems;
  private final DockerHttpClient transport;
  private final Greeting greeting;
  private final DockerClient calls;
  private final DockerClient parts;
  private final DockerClient streams;
  private final Set<EventSubscription> subscriptions = ConcurrentHashMap.newKeySet();
  private final ProbeTraces traces = new ProbeTraces();
  private volatile @Nullable EngineInfo info;
  private final EngineLists lists;

  private DockerJavaEngine(EngineAddress address, Duration deadline, InstantSource clock) {
    this.address = address;
    this.clock = clock;
    this.problems = new Problems(address, deadline);
    this.transport = Transport.to(address, deadline, Answers.WHOLE);
    this.greeting = greeting();
    this.calls = Transport.client(address, greeting.version(), transport);
    this.lists = new EngineLists(calls, this::changes);
    this.parts =
        Transport.client(
            address, greeting.version(), Transport.to(address, deadline, Answers.IN_PART));
    this.streams =
        Transport.client(
            address, greeting.version(), Transport.to(address, deadline, Answers.STREAMED));
  }

  /**
   * Connects with {@link #DEADLINE} and the system's clock.
   *
   * @throws EngineProblem when nobody answers there
   */
  public static DockerJavaEngine connect(EngineAddress address) {
    return connect(address, DEADLINE, InstantSource.system());
  }

  /**
   * Pings the engine and agrees with it on a version of the API.
   *
   * @param deadline for each call; what a probe may take, {@link #exec} says itself
   * @param clock ours, to which the engine's is compared
   * @throws EngineProblem when nobody answers there
   */
  public static DockerJavaEngine connect(
      EngineAddress address, Duration deadline, InstantSource clock) {
    return new DockerJavaEngine(address, deadline, clock);
  }

  @Override
  public EngineInfo info() {
    EngineInfo known = info;
    if (known == null) {
      known =
          ask(
              () -> {
                Instant asked = clock.instant();
                Fields answer = Fields.of(calls.infoCmd().exec());
                return InfoFacts.read(answer, greeting, address, asked, clock.instant());
              });
      info = known;
    }
    return known;
  }

  @Override
  public World world() {
    return ask(lists::world);
  }

  @Override
  public World toldWorld() {
    return ask(lists::toldWorld);
  }

  /** What has changed, as the one who listens is told; other engines do not tell everything. */
  private Optional<ListChanges> changes() {
    return greeting.kind().equals("Docker") && subscriptions.size() == 1
        ? subscriptions.iterator().next().changes()
        : Optional.empty();
  }

  @Override
  public Optional<Container> container(String container) {
    return Names.isObject(container)
        ? find(() -> ContainerFacts.read(Fields.of(calls.inspectContainerCmd(container).exec())))
        : Optional.empty();
  }

  @Override
  public Optional<Image> image(String image) {
    return Names.isImage(image) ? find(() -> lists.image(image)) : Optional.empty();
  }

  @Override
  public List<String> history(String image) {
    return Names.isImage(image)
        ? find(() -> HistoryFacts.read(calls.imageHistoryCmd(image).exec())).orElse(List.of())
        : List.of();
  }

  @Override
  public Optional<Network> network(String network) {
    return Names.isObject(network)
        ? find(
            () ->
                NetworkFacts.network(
                    Fields.of(calls.inspectNetworkCmd().withNetworkId(network).exec())))
        : Optional.empty();
  }

  @Override
  public Optional<Volume> volume(String volume) {
    return Names.isObject(volume)
        ? find(() -> NetworkFacts.volume(Fields.of(calls.inspectVolumeCmd(volume).exec())))
        : Optional.empty();
  }

  @Override
  public Optional<String> file(String container, String path) {
    traces.copying(container);
    return traces
        .leaving(
            "archive-path",
            container,
            () ->
                find(() ->
                        parts.copyArchiveFromContainerCmd(Names.container(container), path).exec())
                    .map(archive -> ask(() -> ArchiveFile.read(archive))))
        .flatMap(Function.identity());
  }

  @Override
  public List<LogLine> logs(String container, int lines) {
    return ask(() -> new ContainerLog(parts, problems).last(Names.container(container), lines));
  }

  @Override
  public List<LogLine> logs(String container, int lines, Instant since) {
    return ask(
        () -> new ContainerLog(parts, problems).since(Names.container(container), lines, since));
  }

  @Override
  public List<ContainerProcess> processes(String container) {
    return traces.leaving(
        "top",
        container,
        () ->
            ask(() -> ProcessFacts.read(calls.topContainerCmd(Names.container(container)).exec())));
  }

  @Override
  public ExecResult exec(String container, List<String> command, Duration deadline) {
    return ask(
        () ->
            new ExecProbe(calls, streams, traces)
                .run(Names.container(container), command, deadline));
  }

  @Override
  public ContainerRun.Result run(ContainerRun run) {
    return ask(() -> new RunProbe(calls, streams, traces, problems).run(run));
  }

  @Override
  public Fetch fetch(String image, FetchListener listener) {
    return ImagePull.begin(streams, image, listener, problems);
  }

  @Override
  public void tidy() {
    try {
      RunRemains.sweep(calls);
    } catch (RuntimeException e) {
      EngineProblem unused = problems.of(e); // Whoever asks next is told.
    }
  }

  @Override
  public Subscription subscribe(Instant since, Listener listener) {
    EventSubscription subscription =
        new EventSubscription(
            streams,
            () -> ask(calls.pingCmd()::exec),
            this::happenedSince,
            problems,
            traces,
            since,
            listener,
            subscriptions::remove);
    subscriptions.add(subscription);
    subscription.begin();
    return subscription;
  }

  @Override
  public List<EngineEvent> remembered() {
    return happenedSince(Instant.EPOCH).stream().filter(event -> !traces.made(event)).toList();
  }

  private List<EngineEvent> happenedSince(Instant moment) {
    Instant now = clock.instant().plus(info().clockAhead());
    return ask(() -> PastEvents.between(calls, moment, now, problems));
  }

  @Override
  public void close() {
    subscriptions.forEach(EventSubscription::close);
    shut(calls, parts, streams);
  }

  @Override
  public void greet() {
    DockerHttpClient fresh = Transport.to(address, problems.deadline(), Answers.WHOLE);
    try {
      Greeting.from(address, fresh);
    } catch (RuntimeException e) {
      throw problems.of(e);
    } finally {
      shut(fresh);
    }
  }

  private Greeting greeting() {
    try {
      return Greeting.from(address, transport);
    } catch (RuntimeException e) {
      shut(transport);
      throw problems.of(e);
    }
  }

  private static void shut(Closeable... connections) {
    for (Closeable each : connections) {
      try {
        each.close();
      } catch (IOException e) {
        // What is given back does not come back.
      }
    }
  }

  private <T extends @Nullable Object> T ask(Supplier<T> call) {
    try {
      return call.get();
    } catch (RuntimeException e) {
      throw problems.of(e);
    }
  }

  private <T> Optional<T> find(Supplier<T> call) {
    return ask(
        () -> {
          try {
            return Optional.of(call.get());
          } catch (NotFoundException e) {
            return Optional.empty();
          }
        });
  }
}
