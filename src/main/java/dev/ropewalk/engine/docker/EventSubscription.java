package dev.ropewalk.engine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Event;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.EngineProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Listens to the engine's events on a thread of its own, and starts again where it was when the
 * stream breaks. An engine that hangs keeps its stream open, so in silence it is pinged.
 */
final class EventSubscription implements Engine.Subscription {
  private static final Duration SILENCE = Duration.ofSeconds(2);

  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 1000;

  private final DockerClient streams;
  private final Runnable ping;
  private final Function<Instant, List<EngineEvent>> past;
  private final Problems problems;
  private final ProbeTraces traces;
  private final Engine.Listener listener;
  private final Replay replay;
  private final Consumer<EventSubscription> onClose;
  private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
  private final CountDownLatch accepted = new CountDownLatch(1);
  private final ListChanges changes = new ListChanges();
  private volatile boolean listening;
  private final CountDownLatch closed = new CountDownLatch(1);

  /** What reaches the subscription's thread. */
  private sealed interface Signal {
    record Happened(EngineEvent event) implements Signal {}

    record Ended(EngineStream<Event> stream, @Nullable Throwable why) implements Signal {}

    /** All that was asked for once more stands before it. */
    record CaughtUp(CountDownLatch told) implements Signal {}

    record Closed() implements Signal {}
  }

  /**
   * A subscription that has not begun.
   *
   * @param ping throws when the engine does not answer
   * @param past all that happened from a moment of the engine's clock until now
   */
  EventSubscription(
      DockerClient streams,
      Runnable ping,
      Function<Instant, List<EngineEvent>> past,
      Problems problems,
      ProbeTraces traces,
      Instant since,
      Engine.Listener listener,
      Consumer<EventSubscription> onClose) {
    this.onClose = onClose;
    this.streams = streams;
    this.ping = ping;
    this.past = past;
    this.problems = problems;
    this.traces = traces;
    this.listener = listener;
    this.replay = new Replay(since);
  }

  void begin() {
    Thread.ofPlatform().daemon().name("engine-events").start(this::run);
  }

  @Override
  public boolean awaitAccepted(Duration patience) throws InterruptedException {
    return accepted.await(patience.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public void catchUp() {
    CountDownLatch told = new CountDownLatch(1);
    past.apply(replay.from()).forEach(event -> signals.add(new Signal.Happened(event)));
    signals.add(new Signal.CaughtUp(told));
    try {
      if (!told.await(problems.deadline().toNanos(), TimeUnit.NANOSECONDS)) {
        throw problems.silent(new TimeoutException("the engine's events"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    signals.add(new Signal.Closed());
    onClose.accept(this);
  }

  /** Counted before the listener is told; empty while nobody is told of anything. */
  Optional<ListChanges> changes() {
    return listening ? Optional.of(changes) : Optional.empty();
  }

  private void run() {
    boolean lost = false;
    long pause = FIRST_PAUSE_MILLIS;
    while (closed.getCount() > 0) {
      EngineStream<Event> stream = new EngineStream<>(this::enqueue);
      try (stream) {
        open(stream);
        changes.addAll();
        listening = true;
        accepted.countDown();
        if (lost) {
          lost = false;
          listener.back();
        }
        pause = FIRST_PAUSE_MILLIS;
        pass(stream);
      } catch (EngineProblem problem) {
        listening = false;
        if (!lost) {
          lost = true;
          listener.lost(problem);
        }
        rest(pause);
        pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
      }
    }
  }

  private void enqueue(Event event) {
    signals.add(new Signal.Happened(EventFacts.read(Fields.of(event))));
  }

  /** Returns once the engine has accepted. */
  private void open(EngineStream<Event> stream) {
    Instant from = replay.from();
    var _ = stream.ended().whenComplete((_, why) -> signals.add(new Signal.Ended(stream, why)));
    try {
      streams.eventsCmd().withSince(PastEvents.moment(from)).exec(stream);
      EngineStream.await(stream.started(), problems.deadline());
    } catch (TimeoutException e) {
      throw problems.silent(e);
    } catch (RuntimeException e) {
      throw problems.of(e);
    }
  }

  /** Passes events on until the subscription is closed; throws when the engine is lost. */
  private void pass(EngineStream<Event> stream) {
    while (closed.getCount() > 0) {
      switch (next()) {
        case null -> ping.run();
        case Signal.Happened(var event) -> {
          if (replay.isNew(event) && !traces.leftBy(event)) {
            changes.add(event);
            listener.happened(event);
          }
        }
        case Signal.Ended(var which, var why) -> {
          if (which == stream) {
            throw problems.ofEnd(why);
          }
        }
        case Signal.CaughtUp(var told) -> told.countDown();
        case Signal.Closed() -> {}
      }
    }
  }

  private @Nullable Signal next() {
    try {
      return signals.poll(SILENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      close();
      return new Signal.Closed();
    }
  }

  /** Waits until the next attempt, or until the subscription is closed. */
  private void rest(long millis) {
    try {
      closed.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      close();
    }
  }
}
