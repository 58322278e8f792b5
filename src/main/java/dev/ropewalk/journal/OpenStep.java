package dev.ropewalk.journal;

import dev.ropewalk.check.LearnerAct;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.lesson.StepId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The step that is open, and what has happened since it opened.
 *
 * @param opened by our clock
 * @param beginning what was there then; journals of older versions do not know it
 * @param events of the lesson's objects
 * @param acts what the learner did
 * @param differed the sentences of the checks that were seen to fail
 * @param begun the line whose effect has not been judged
 * @param play whether what happens does not count
 */
public record OpenStep(
    StepId id,
    Instant opened,
    Optional<Beginning> beginning,
    List<EngineEvent> events,
    List<LearnerAct> acts,
    Set<String> differed,
    Optional<BegunLine> begun,
    Optional<FreePlay> play) {
  public OpenStep {
    events = List.copyOf(events);
    acts = List.copyOf(acts);
    differed = Set.copyOf(differed);
  }

  /** Whether ropewalk was killed before a line that did something was judged. */
  public boolean isUnsettled() {
    return begun.filter(line -> events.size() > line.eventsBefore()).isPresent()
        || !acts.isEmpty()
            && acts.getLast() instanceof LearnerAct.Line line
            && line.exitCode() == LearnerAct.Line.CUT_OFF;
  }

  /** Whether nothing has been done in it. */
  public boolean isUntouched() {
    return events.isEmpty() && acts.isEmpty();
  }
}
