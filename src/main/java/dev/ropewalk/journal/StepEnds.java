package dev.ropewalk.journal;

import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.StepId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a lesson stood when each of its steps was judged for the last time: right before it was done,
 * before ropewalk did it, or at the end of the journal. It is what the judge knew then, and what a
 * fold to the end has forgotten.
 */
public final class StepEnds {
  private final Map<StepId, LessonProgress> ends = new LinkedHashMap<>();
  private final LessonFold fold = new LessonFold(LessonProgress.NEW);

  private StepEnds() {}

  /** Reads the text of a journal. */
  public static Map<StepId, LessonProgress> of(String journal, LessonId lesson) {
    JournalForm form = new JournalForm();
    List<JournalLine> lines =
        journal
            .lines()
            .flatMap(line -> form.read(line).stream())
            .filter(line -> line.lesson().equals(lesson))
            .toList();
    StepEnds all = new StepEnds();
    lines.forEach(line -> all.and(line.at(), line.entry()));
    all.keep();
    return all.ends;
  }

  private void and(Instant at, Entry entry) {
    if (entry instanceof Entry.SkipBegun
        || entry instanceof Entry.StepDone done && done.how() == Entry.How.SOLVED) {
      keep();
    }
    LessonFold unused = fold.and(at, entry);
  }

  private void keep() {
    LessonProgress now = fold.progress();
    now.open().filter(_ -> !now.finished()).ifPresent(step -> ends.put(step.id(), now));
  }
}
