package dev.ropewalk.grade;

import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.rehearsal.PrivatePlaces;
import dev.ropewalk.rehearsal.RehearsalPlace;
import dev.ropewalk.sandbox.TrustLevel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Places on private engines. While one is graded in, the next for the same lesson starts, so that
 * nobody waits for it. Safe for use by several threads.
 */
public final class WarmPlaces implements Places {
  private final PrivatePlaces places;
  private final TrustLevel trust;
  private final ExecutorService starter;
  private final Map<LessonId, Deque<Future<Place>>> warm = new HashMap<>();
  private final Map<LessonId, Integer> wanted;
  private volatile String engine = "";

  /**
   * @param jobs how many are used at once
   * @param wanted how many will be taken for each lesson, at most: no more are started
   */
  public WarmPlaces(
      PrivatePlaces places, TrustLevel trust, int jobs, Map<LessonId, Integer> wanted) {
    this.places = places;
    this.trust = trust;
    this.starter =
        Executors.newFixedThreadPool(jobs, Thread.ofPlatform().name("warm-", 0).daemon().factory());
    this.wanted = new HashMap<>(wanted);
  }

  @Override
  public Place take(Lesson lesson) throws InterruptedException {
    Future<Place> next;
    synchronized (this) {
      Deque<Future<Place>> ready = warm.computeIfAbsent(lesson.id(), _ -> new ArrayDeque<>());
      next = ready.isEmpty() ? start(lesson) : ready.removeFirst();
      int more = wanted.merge(lesson.id(), -1, Integer::sum);
      if (ready.isEmpty() && more > 0) {
        ready.add(start(lesson));
      }
    }
    try {
      return next.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    }
  }

  private Future<Place> start(Lesson lesson) {
    return starter.submit(
        () -> {
          long start = System.nanoTime();
          RehearsalPlace place = places.begin(lesson);
          engine = place.environment().engine().info().version();
          return new Place(place, Duration.ofNanos(System.nanoTime() - start));
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

  /** Ends what was started and never taken. */
  @Override
  public void close() {
    starter.shutdownNow();
    synchronized (this) {
      warm.values().stream().flatMap(Deque::stream).forEach(WarmPlaces::end);
      warm.clear();
    }
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
