package dev.ropewalk.grade;

import dev.ropewalk.check.Verdict;
import dev.ropewalk.journal.Entry;
import dev.ropewalk.lesson.StepId;
import dev.ropewalk.rehearsal.Spent;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What came of replaying what was handed in for one lesson.
 *
 * @param verdicts of the checks of each step that was reached
 * @param skipped steps that ropewalk did in the student's place
 * @param unreached why steps without a verdict have none, where it is not that one before them is
 *     not done; whole sentences
 * @param notes what stopped it, whole sentences
 * @param entries what happened, as the session recorded it
 * @param journal the same as text, a line for each
 * @param printed what the lines have printed, as text
 * @param facts what was seen when each step was judged, as text
 * @param commands what the student's own commands have cost
 */
record Replayed(
    Map<StepId, List<Verdict>> verdicts,
    Set<StepId> skipped,
    Map<StepId, String> unreached,
    List<String> notes,
    List<Entry> entries,
    String journal,
    String printed,
    String facts,
    Spent commands) {
  Replayed {
    verdicts = Map.copyOf(verdicts);
    skipped = Set.copyOf(skipped);
    unreached = Map.copyOf(unreached);
    notes = List.copyOf(notes);
    entries = List.copyOf(entries);
  }

  /** Whether something could not be judged. */
  boolean isErrored() {
    return verdicts.values().stream()
        .flatMap(List::stream)
        .anyMatch(Verdict.Errored.class::isInstance);
  }
}
