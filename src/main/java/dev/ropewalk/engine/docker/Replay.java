package dev.ropewalk.engine.docker;

import dev.ropewalk.engine.EngineEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Remembers which events have been seen, so that a new stream can start a little before the last
 * one and none is missed or told twice. The engine stamps events before it queues them: they may
 * come slightly out of order, and its {@code since} includes that very moment. Safe for use by
 * several threads.
 */
final class Replay {
  /** Twice what the engine keeps itself. */
  private static final int REMEMBERED = 512;

  private static final Duration OVERLAP = Duration.ofSeconds(1);

  private final Instant since;
  private final Deque<EngineEvent> seen = new ArrayDeque<>();
  private Instant latest = Instant.MIN;

  /** Nothing before this moment, by the engine's clock, is asked for. */
  Replay(Instant since) {
    this.since = since;
  }

  /** From when on the next stream has to tell. */
  synchronized Instant from() {
    return seen.isEmpty() || latest.minus(OVERLAP).isBefore(since) ? since : latest.minus(OVERLAP);
  }

  /** Whether the event has not been seen yet; from now on it has. */
  synchronized boolean isNew(EngineEvent event) {
    if (seen.contains(event)) {
      return false;
    }
    seen.addLast(event);
    if (seen.size() > REMEMBERED) {
      seen.removeFirst();
    }
    latest = event.at().isAfter(latest) ? event.at() : latest;
    return true;
  }
}
