package dev.ropewalk.engine.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Event;
import dev.ropewalk.engine.EngineEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;

/** The events that the engine still keeps. */
final class PastEvents {
  private PastEvents() {}

  /**
   * All between two moments of the engine's clock, which must be past: the engine holds the stream
   * open until the second.
   *
   * @param calls take an answer whole
   * @throws dev.ropewalk.engine.EngineProblem when it does not end in time
   */
  static List<EngineEvent> between(
      DockerClient calls, Instant since, Instant until, Problems problems) {
    if (since.isAfter(until)) {
      // The clocks are compared only so exactly; the engine refuses such a question.
      return List.of();
    }
    List<EngineEvent> events = Collections.synchronizedList(new ArrayList<>());
    try (EngineStream<Event> stream =
        new EngineStream<>(event -> events.add(EventFacts.read(Fields.of(event))))) {
      calls.eventsCmd().withSince(moment(since)).withUntil(moment(until)).exec(stream);
      EngineStream.await(stream.ended(), problems.deadline());
    } catch (TimeoutException e) {
      throw problems.silent(e);
    }
    return List.copyOf(events);
  }

  /** As the engine reads a moment. */
  static String moment(Instant at) {
    return String.format(Locale.ROOT, "%d.%09d", at.getEpochSecond(), at.getNano());
  }
}
