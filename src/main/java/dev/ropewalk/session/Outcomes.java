package dev.ropewalk.session;

import dev.ropewalk.check.Verdict;
import dev.ropewalk.journal.Entry;
import dev.ropewalk.lesson.Step;
import java.util.List;

/** What comes of the checks of a step, as the journal keeps it. */
final class Outcomes {
  private Outcomes() {}

  static List<Entry.Outcome> of(Step step, List<Verdict> verdicts) {
    return Message.Verdicts.lines(step, verdicts).stream()
        .map(
            line ->
                switch (line.verdict()) {
                  case Verdict.Passed _ -> new Entry.Outcome(line.sentence(), "passed", "");
                  case Verdict.Failed(_, _, var why, _) ->
                      new Entry.Outcome(
                          line.sentence(),
                          why.says().equals(Evidence.ALREADY) ? "unchanged" : "failed",
                          why.says());
                  case Verdict.Blocked(var by) -> new Entry.Outcome(line.sentence(), "blocked", by);
                  case Verdict.Errored(var reason) ->
                      new Entry.Outcome(line.sentence(), "errored", reason);
                })
        .toList();
  }
}
