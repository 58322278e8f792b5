package dev.ropewalk.proof;

import dev.ropewalk.environment.ImagesMissing;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.StepId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Tries the scripts among the checks of a lesson where nothing is done. For one thread. */
final class ScriptTrials {
  private final RenewableRehearsal rehearsal;
  private final Lesson lesson;
  private final Consumer<TrialRow> listener;

  ScriptTrials(RenewableRehearsal rehearsal, Lesson lesson, Consumer<TrialRow> listener) {
    this.rehearsal = rehearsal;
    this.lesson = lesson;
    this.listener = listener;
  }

  /**
   * Tries all of them on one engine, which then is given up. Where the images of the lesson are to
   * be had nowhere, on one without them: most scripts tell what they have to tell all the same.
   */
  Map<StepId, List<TrialRow>> run() throws InterruptedException {
    Map<StepId, List<TrialRow>> rows = new LinkedHashMap<>();
    try {
      run(new ScriptVerdict(List.of()), rows);
    } catch (ImagesMissing e) {
      rehearsal.goWithoutImages();
      run(new ScriptVerdict(lesson.needs().images()), rows);
    } finally {
      rehearsal.renew();
    }
    rows.values().forEach(each -> each.forEach(listener));
    return rows;
  }

  private void run(ScriptVerdict verdict, Map<StepId, List<TrialRow>> rows)
      throws InterruptedException {
    long start = System.nanoTime();
    rehearsal
        .attempt(
            () ->
                rehearsal.scriptsUntouched(lesson).stream()
                    .map(run -> Map.entry(run.step().id(), verdict.row(run)))
                    .toList(),
            trouble -> List.of(Map.entry(lesson.steps().getFirst().id(), errored(trouble, start))))
        .forEach(
            row -> rows.computeIfAbsent(row.getKey(), _ -> new ArrayList<>()).add(row.getValue()));
  }

  private static TrialRow errored(RuntimeException trouble, long start) {
    return StepTrials.errored(
        new Trial.Scripted("all"), trouble, Duration.ofNanos(System.nanoTime() - start));
  }
}
