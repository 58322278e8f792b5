package dev.ropewalk.grade;

import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.rehearsal.RehearsalPlace;
import dev.ropewalk.sandbox.SandboxProblem;
import dev.ropewalk.sandbox.TrustLevel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Places on private engines. While some are graded in, the next ones start and the last ones end,
 * so that nobody waits for them: as many of each as are graded in at once, and no more, however
 * many lessons there are. Safe for use by several threads.
 */
public final class WarmPlaces implements Places {
  private final Beginning beginning;
  private final TrustLevel trust;
  private final int ahead;
  private final ExecutorService starter;
  private final ExecutorService ender;
  private final Deque<Lesson> expected = new ArrayDeque<>();
  private final Map<LessonId, Deque<Future<Place>>> warm = new HashMap<>();
  private volatile String engine = "";

  /**
   * @param jobs how many are used at once
   */
  public WarmPlaces(Beginning beginning, TrustLevel trust, int jobs) {
    this.beginning = beginning;
    this.trust = trust;
    this.ahead = jobs;
    this.starter =
        Executors.newFixedThreadPool(jobs, Thread.ofPlatform().name("warm-", 0).daemon().factory());
    // Whoever comes when all are busy ends it alone: what ends slowly must not pile up in memory.
    this.ender =
        new ThreadPoolExecutor(
            0,
            jobs,
            1,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().name("ended-", 0).daemon().factory(),
            new ThreadPoolExecutor.CallerRunsPolicy());
  }

  /** Makes a place for a lesson, on an engine of its own. */
  public interface Beginning {
    RehearsalPlace begin(Lesson lesson) throws InterruptedException;
  }

  @Override
  public synchronized void expect(Lesson lesson) {
    expected.addLast(lesson);
    startAhead();
  }

  private void startAhead() {
    while (!expected.isEmpty() && warm.values().stream().mapToInt(Deque::size).sum() < ahead) {
      Lesson next = expected.removeFirst();
      warm.computeIfAbsent(next.id(), _ -> new ArrayDeque<>()).addLast(start(next));
    }
  }

  @Override
  public Place take(Lesson lesson) throws InterruptedException {
    Future<Place> next;
    synchronized (this) {
      Deque<Future<Place>> ready = warm.getOrDefault(lesson.id(), new ArrayDeque<>());
      if (ready.isEmpty()) {
        forget(lesson);
        next = start(lesson);
      } else {
        next = ready.removeFirst();
      }
      startAhead();
    }
    try {
      return next.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    }
  }

  /** It is started now, and need not be later. */
  private void forget(Lesson lesson) {
    Iterator<Lesson> all = expected.iterator();
    while (all.hasNext()) {
      if (all.next().id().equals(lesson.id())) {
        all.remove();
        return;
      }
    }
  }

  private Future<Place> start(Lesson lesson) {
    return starter.submit(
        () -> {
          long start = System.nanoTime();
          RehearsalPlace place = beginning.begin(lesson);
          engine = place.environment().engine().info().version();
          return new Place(place, Duration.ofNanos(System.nanoTime() - start));
        });
  }

  @Override
  public void giveBack(Place place) {
    ender.execute(
        () -> {
          try {
            place.place().close();
          } catch (SandboxProblem e) {
            // What is judged is judged; the next start removes what is left.
          }
        });
  }

  @Override
  public String engine() {
    return engine;
  }

  @Override
  public String trust() {
    return trust.word();
  }

  /** Ends what was started and never taken, and waits for what was given back. */
  @Override
  public void close() {
    for (Runnable waiting : starter.shutdownNow()) {
      if (waiting instanceof Future<?> future) {
        future.cancel(false); // Nobody would ever end it.
      }
    }
    synchronized (this) {
      expected.clear();
      warm.values().stream().flatMap(Deque::stream).forEach(WarmPlaces::end);
      warm.clear();
    }
    ender.close();
  }

  private static void end(Future<Place> each) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          each.get().place().close();
          return;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (ExecutionException | CancellationException e) {
      // It was not started, and nothing of it is left.
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
