package dev.ropewalk.grade;

import dev.ropewalk.check.Check;
import dev.ropewalk.check.History;
import dev.ropewalk.check.Ownership;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.value.Variables;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.lesson.StepId;
import dev.ropewalk.scorecard.LessonResult;
import dev.ropewalk.scorecard.Scorecard;
import dev.ropewalk.scorecard.ScorecardDraft;
import dev.ropewalk.scorecard.Status;
import dev.ropewalk.verify.Judge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Judges the present engine as it is, on a machine at which an exam is held. Nothing is replayed,
 * and no journal is believed: a check of what was typed cannot be judged, and is blocked.
 */
public record PresentGrader(Assignment assignment, Engine engine, Judge judge) {
  private static final int MOST_ATTEMPTS = 3;

  /** The result of whoever is named. */
  public Scorecard grade(String student) {
    long start = System.nanoTime();
    List<LessonResult> lessons = assignment.parts().stream().map(this::graded).toList();
    return ScorecardDraft.of(student)
        .graded(lessons)
        .seed(assignment.seed().value())
        .times(
            new Scorecard.Times(
                0, (System.nanoTime() - start) / 1_000_000, Scorecard.Processor.NONE))
        .notes(List.of("The engine was judged as it was; checks of what was typed could not be."))
        .card();
  }

  /** Trouble of the engine is tried again, at most twice. */
  private LessonResult graded(Assignment.Part part) {
    LessonResult result = once(part);
    for (int i = 1; i < MOST_ATTEMPTS && result.status() == Status.ERRORED; i++) {
      result = once(part);
    }
    return result;
  }

  private LessonResult once(Assignment.Part part) {
    Map<StepId, List<Verdict>> verdicts = new HashMap<>();
    Variables variables = Variables.NONE;
    History present =
        new History(new Ownership.Everything(), List.of(), engine.remembered(), List.of());
    for (Step step : part.lesson().steps()) {
      List<Verdict> judged = new ArrayList<>(judge.judge(step.checks(), present, variables));
      for (int i = 0; i < judged.size(); i++) {
        Check check = step.checks().get(i);
        if (check.claim().needsLine() || check.asks()) {
          judged.set(i, new Verdict.Blocked("a record of what was typed"));
        } else if (judged.get(i) instanceof Verdict.Passed(var captured, _)) {
          variables = variables.with(captured);
        }
      }
      verdicts.put(step.id(), judged);
    }
    return Verdicts.of(part, verdicts, Set.of(), Map.of(), Map.of());
  }
}
