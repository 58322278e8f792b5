package dev.ropewalk.session;

import dev.ropewalk.check.Check;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.journal.Entry;
import dev.ropewalk.lesson.Step;
import java.util.List;
import java.util.Set;

/** Which of a step's checks were seen to fail, where a pass counts for nothing without that. */
final class Differences {
  private final Turn turn;

  Differences(Turn turn) {
    this.turn = turn;
  }

  /** Whether a step has such checks. */
  static boolean areWanted(Step step) {
    return step.checks().stream().anyMatch(Check::compares);
  }

  /** Keeps that one was seen to fail. */
  void keep(Step step, List<Verdict> verdicts) {
    Set<String> known = turn.state().standing().open().orElseThrow().differed();
    for (int i = 0; i < verdicts.size(); i++) {
      Check check = step.checks().get(i);
      if (check.compares()
          && verdicts.get(i) instanceof Verdict.Failed
          && !known.contains(check.sentence())) {
        turn.record(new Entry.Judged(Outcomes.of(step, verdicts)));
        return;
      }
    }
  }
}
