package dev.ropewalk.play;

import dev.ropewalk.check.LearnerAct;
import dev.ropewalk.command.Creations;
import dev.ropewalk.engine.Exchange;
import dev.ropewalk.recorder.Lane;
import dev.ropewalk.recorder.Recorder;
import dev.ropewalk.recorder.RecorderUnavailable;
import dev.ropewalk.scratch.ScratchFolder;
import dev.ropewalk.scratch.ScratchProblem;
import dev.ropewalk.session.Input;
import dev.ropewalk.shell.LineEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Leads what the learner's lines ask of the engine through a recorder, each line through a lane of
 * its own, and offers each request with its answer to the session. The recorder starts on a thread
 * of its own, so that the first prompt need not wait for it. Where there is none, or none any
 * longer, lines go straight to the engine, and the session is told so once.
 *
 * <p>{@link #next}, {@link #direct}, {@link #asked}, {@link #lane} and {@link #beyond} are for the
 * thread that runs the lines.
 */
public final class RecordedLines implements AutoCloseable {
  /** So many lines have a lane of their own; the jobs of earlier ones share one. */
  private static final int MOST_LANES = 16;

  /**
   * How long is waited for requests that are still under way when a line has ended: the recorder
   * hears of the end of a stream a moment after the client. A job in the background is not done
   * then.
   */
  private static final Duration STREAMS_END = Duration.ofMillis(100);

  private static final String PING = "/_ping";
  private static final String HOST = "DOCKER_HOST";

  /** With another value of any of these, docker goes where the learner sends it. */
  private static final Set<String> YIELDS_TO =
      Set.of(
          HOST,
          "DOCKER_CONTEXT",
          "DOCKER_CONFIG",
          "DOCKER_TLS",
          "DOCKER_TLS_VERIFY",
          "DOCKER_CERT_PATH");

  /** Nothing is lent; but what the learner has set before the first line is known. */
  private static final LineEnvironment DIRECT = new LineEnvironment(Map.of(), YIELDS_TO);

  private final Consumer<Input> offer;
  private final BooleanSupplier applies;
  private final Supplier<Set<String>> words;
  private final CompletableFuture<Recorder> recorder = new CompletableFuture<>();
  private final Deque<Lane> lanes = new ArrayDeque<>();
  private final Map<String, LineTally> tallies = new ConcurrentHashMap<>();
  private final Set<String> shells = ConcurrentHashMap.newKeySet();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private Optional<Lane> earlier = Optional.empty();
  private Optional<Given> given = Optional.empty();
  private long lines;
  private boolean told;

  private RecordedLines(
      Consumer<Input> offer, BooleanSupplier applies, Supplier<Set<String>> words) {
    this.offer = offer;
    this.applies = applies;
    this.words = words;
  }

  /** The way of the last line, and what is counted of it. */
  private record Given(String lane, LineTally tally) {}

  /** Starts a recorder; may take as long as the engine. */
  public interface Start {
    /**
     * @param folder for its sockets
     * @param listener is told what is recorded
     */
    Recorder start(Path folder, Consumer<Exchange> listener)
        throws RecorderUnavailable, InterruptedException;
  }

  /**
   * Starts a recorder on a thread of its own.
   *
   * @param applies whether the learner's docker still talks to the engine of the recorder; asked
   *     before each line
   * @param words that are looked for in what containers print, while a line runs; asked before each
   * @param offer takes what is recorded
   */
  public static RecordedLines with(
      Start start, BooleanSupplier applies, Supplier<Set<String>> words, Consumer<Input> offer) {
    RecordedLines lines = new RecordedLines(offer, applies, words);
    Thread.ofPlatform().name("recorder-start").daemon().start(() -> lines.begin(start));
    return lines;
  }

  /** All lines go straight to the engine, which is as it should be. */
  public static RecordedLines none() {
    RecordedLines lines = new RecordedLines(_ -> {}, () -> false, Set::of);
    lines.recorder.cancel(false);
    return lines;
  }

  private void begin(Start start) {
    try (ScratchFolder folder = ScratchFolder.create();
        Recorder begun = start.start(folder.path(), this::heard)) {
      if (recorder.complete(begun)) {
        ended.await();
      }
    } catch (RecorderUnavailable | RuntimeException | Error e) {
      recorder.completeExceptionally(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      closed.countDown();
    }
  }

  private void heard(Exchange exchange) {
    LineTally tally = tallies.get(exchange.lane());
    if (tally != null) {
      tally.add(exchange);
    }
    if (!exchange.path().equals(PING)) {
      offer.accept(new Input.Asked(exchange));
    }
  }

  /** What a line gets that asks or changes where docker goes: its own setting. */
  LineEnvironment direct() {
    given = Optional.empty();
    return recorder.isCancelled() ? LineEnvironment.NONE : DIRECT;
  }

  /** What the next line gets, so that it goes through the recorder if it can. */
  LineEnvironment next() throws InterruptedException {
    if (recorder.isCancelled() || told || !applies.getAsBoolean()) {
      return direct();
    }
    try {
      Recorder running = recorder.get();
      if (!running.ready()) {
        return direct(); // The engine is away, and docker is to say so itself.
      }
      running.watchFor(words.get());
      Lane lane = lane(running);
      // docker takes an empty DOCKER_TLS_VERIFY for none; no socket of a file speaks TLS.
      return new LineEnvironment(Map.of(HOST, lane.address(), "DOCKER_TLS_VERIFY", ""), YIELDS_TO);
    } catch (ExecutionException e) {
      unrecorded(
          switch (e.getCause()) {
            case RecorderUnavailable known -> known.sentence();
            case ScratchProblem full ->
                "Commands are not recorded here: " + full.getMessage() + ".";
            case null, default -> "Commands are not recorded here: " + e.getCause() + ".";
          });
    } catch (IOException | UncheckedIOException e) {
      unrecorded("Commands are no longer recorded: " + e.getMessage() + ".");
    }
    return direct();
  }

  /**
   * A lane for a shell of the learner's own; empty where nothing is recorded, or not any longer.
   * For any thread; waits until the recorder has started.
   */
  public Optional<Lane> shell(String name) throws InterruptedException {
    if (recorder.isCancelled()) {
      return Optional.empty();
    }
    try {
      recorder.get().watchFor(words.get());
      tallies.put(name, new LineTally());
      shells.add(name);
      return Optional.of(recorder.get().lane(name));
    } catch (ExecutionException | IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  /** A line begins in one of those shells: what its containers print is looked at for the words. */
  void begins() {
    if (recorder.isDone() && !recorder.isCompletedExceptionally()) {
      recorder.join().watchFor(words.get());
    }
  }

  /** The shells whose commands talk to the engine at this moment. For any thread. */
  List<String> shellsUnderWay() {
    if (!recorder.isDone() || recorder.isCompletedExceptionally()) {
      return List.of();
    }
    return recorder.join().underWay().stream()
        .map(Exchange::lane)
        .filter(shells::contains)
        .distinct()
        .toList();
  }

  /** How often a lane has been used to ask the engine. */
  public int requests(String lane) {
    LineTally tally = tallies.get(lane);
    return tally == null ? 0 : tally.requests();
  }

  /** A lane of the next line's own. What earlier lines have left running keeps its way. */
  private Lane lane(Recorder running) throws IOException {
    if (earlier.isEmpty()) {
      earlier = Optional.of(running.lane("earlier lines"));
    }
    // A journal is read by other processes, which have lanes, too.
    String name =
        "%s%s of %s".formatted(LearnerAct.Line.OWN_LANE, ++lines, ProcessHandle.current().pid());
    LineTally tally = new LineTally();
    tallies.put(name, tally);
    Lane lane = running.lane(name);
    given = Optional.of(new Given(name, tally));
    lanes.addLast(lane);
    if (lanes.size() > MOST_LANES) {
      Lane oldest = lanes.removeFirst();
      tallies.remove(oldest.name());
      oldest.leadTo(earlier.get());
    }
    return lane;
  }

  /**
   * How often the line that has just run asked the engine; empty if it was not recorded. Waits a
   * moment for what is still under way.
   */
  OptionalInt asked() throws InterruptedException {
    if (given.isEmpty()) {
      return OptionalInt.empty();
    }
    long end = System.nanoTime() + STREAMS_END.toNanos();
    while (isUnderWay(given.get().lane()) && System.nanoTime() < end) {
      Thread.sleep(Duration.ofMillis(1));
    }
    return OptionalInt.of(given.get().tally().requests());
  }

  /** The lane of the line that has just run; empty if it had none. */
  String lane() {
    return given.map(Given::lane).orElse("");
  }

  private boolean isUnderWay(String lane) {
    return recorder.join().underWay().stream().anyMatch(exchange -> exchange.lane().equals(lane));
  }

  /** Of what the words of that line ask for, what did not go through the recorder. */
  Creations beyond(Creations words) {
    return given.map(line -> words.beyond(line.tally().tries())).orElse(words);
  }

  private void unrecorded(String sentence) {
    told = true;
    offer.accept(new Input.Unrecorded(sentence));
  }

  /** Ends the recorder; a client that still talks to the engine loses its connection. */
  @Override
  public void close() {
    boolean begun = !recorder.cancel(false) && !recorder.isCompletedExceptionally();
    ended.countDown();
    try {
      if (begun) {
        closed.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
