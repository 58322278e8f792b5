package dev.ropewalk.journal;

import dev.ropewalk.check.Act;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.lesson.StepId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The step that is open, and what has happened since it opened.
 *
 * @param opened by our clock
 * @param events of the lesson's objects
 * @param acts what the learner did
 * @param differed the sentences of the checks that were seen to fail
 */
public record OpenStep(
    StepId id, Instant opened, List<EngineEvent> events, List<Act> acts, Set<String> differed) {
  public OpenStep {
    events = List.copyOf(events);
    acts = List.copyOf(acts);
    differed = Set.copyOf(differed);
  }
}
