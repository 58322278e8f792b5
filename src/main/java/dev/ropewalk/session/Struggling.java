package dev.ropewalk.session;

import dev.ropewalk.check.LearnerAct;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.journal.OpenStep;
import dev.ropewalk.lesson.Step;
import java.util.List;

/** Tells a miss from a line on the way to the end of a step. */
final class Struggling {
  private Struggling() {}

  /**
   * Whether the last line, which was meant to do something, is a miss: it failed itself, or as many
   * lines as the step's own solution has were typed and the step is not done.
   */
  static boolean isMiss(State state, List<Verdict> verdicts) {
    List<LearnerAct> acts =
        state.standing().open().map(OpenStep::acts).orElse(List.of()).stream()
            .filter(act -> act instanceof LearnerAct.Line || act instanceof LearnerAct.Answer)
            .toList();
    if (state.errand().isPresent()
        || acts.isEmpty()
        || verdicts.stream().noneMatch(Verdict.Failed.class::isInstance)) {
      return false;
    }
    boolean failed = acts.getLast() instanceof LearnerAct.Line line && line.exitCode() != 0;
    int wanted = state.step().map(Step::solution).map(it -> it.commands().size()).orElse(1);
    return failed || acts.size() >= wanted;
  }
}
