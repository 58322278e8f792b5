package dev.ropewalk.grade;

import dev.ropewalk.patience.Patience;
import dev.ropewalk.rehearsal.RehearsalPlace;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Ends a place that takes far longer than its limits allow, whatever its thread waits for: all that
 * runs there ends with it.
 */
final class Watchdog implements AutoCloseable {
  private final ScheduledExecutorService alarms =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("watchdog").daemon().factory());

  /** Watches over a place until it is let go. */
  Watch over(RehearsalPlace place, GradingLimits limits) {
    long most =
        limits.lesson().plus(limits.line()).plus(Patience.BUSY_MACHINE.multipliedBy(2)).toMillis();
    Future<?> alarm = alarms.schedule(place::close, most, TimeUnit.MILLISECONDS);
    return () -> alarm.cancel(false);
  }

  /** Something that is let go. */
  interface Watch extends AutoCloseable {
    @Override
    void close();
  }

  @Override
  public void close() {
    alarms.shutdownNow();
  }
}
