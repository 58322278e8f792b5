package dev.ropewalk.play;

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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
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
 * <p>{@link #next} and {@link #asked} are for the thread that runs the lines.
 */
public final class RecordedLines implements AutoCloseable {
  /** Lines whose jobs may still go on in the background keep their lanes; so many of them. */
  private static final int MOST_LANES = 32;

  private static final String PING = "/_ping";

  private final Consumer<Input> offer;
  private final BooleanSupplier applies;
  private final Supplier<Set<String>> words;
  private final CompletableFuture<Recorder> recorder = new CompletableFuture<>();
  private final Deque<Lane> lanes = new ArrayDeque<>();
  private final Map<String, Integer> requests = new ConcurrentHashMap<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private long lines;
  private boolean given;
  private boolean told;

  private RecordedLines(
      Consumer<Input> offer, BooleanSupplier applies, Supplier<Set<String>> words) {
    this.offer = offer;
    this.applies = applies;
    this.words = words;
  }

  /** Starts a recorder; may take as long as the engine. */
  public interface Start {
    /**
     * @param folder for its sockets
     * @param listener is told what is recorded
     */
    Recorder start(Path folder, Consumer<Exchange> listener) throws RecorderUnavailable;
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
    requests.merge(exchange.lane(), 1, Integer::sum);
    if (!exchange.path().equals(PING)) {
      offer.accept(new Input.Asked(exchange));
    }
  }

  /** What the next line gets, so that it goes through the recorder if it can. */
  LineEnvironment next() throws InterruptedException {
    given = false;
    if (recorder.isCancelled() || told || !applies.getAsBoolean()) {
      return LineEnvironment.NONE;
    }
    try {
      Recorder running = recorder.get();
      if (!running.ready()) {
        return LineEnvironment.NONE; // The engine is away, and docker is to say so itself.
      }
      running.watchFor(words.get());
      Lane lane = running.lane("line " + ++lines);
      lanes.addLast(lane);
      if (lanes.size() > MOST_LANES) {
        lanes.removeFirst().close();
      }
      given = true;
      return new LineEnvironment(
          Map.of("DOCKER_HOST", lane.address()), Set.of("DOCKER_CONTEXT", "DOCKER_CONFIG"));
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
    return LineEnvironment.NONE;
  }

  /** How often the line that has just run asked the engine; empty if it was not recorded. */
  OptionalInt asked() {
    return given ? OptionalInt.of(requests.getOrDefault("line " + lines, 0)) : OptionalInt.empty();
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
