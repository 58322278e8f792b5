package dev.ropewalk.proof;

import dev.ropewalk.check.Check;
import dev.ropewalk.check.Probes.ScriptResult;
import dev.ropewalk.check.value.ScriptText;
import dev.ropewalk.environment.ImagesMissing;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.lesson.StepId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    ScriptVerdict verdict = new ScriptVerdict(List.of());
    List<ScriptRun> unrun = unrun();
    if (unrun.stream().allMatch(each -> each.script().alwaysPasses())) {
      add(unrun, verdict, rows);
      rows.values().forEach(each -> each.forEach(listener));
      return rows;
    }
    try {
      run(verdict, rows);
    } catch (ImagesMissing e) {
      rehearsal.goWithoutImages();
      run(new ScriptVerdict(lesson.needs().images()), rows);
    } finally {
      rehearsal.renew();
    }
    rows.values().forEach(each -> each.forEach(listener));
    return rows;
  }

  /** What is known of the scripts before any is run. */
  private List<ScriptRun> unrun() {
    List<ScriptRun> runs = new ArrayList<>();
    for (Step step : lesson.steps()) {
      for (Check check : step.checks()) {
        Optional<ScriptText> script = check.claim().script();
        script.ifPresent(
            it ->
                runs.add(
                    new ScriptRun(
                        step,
                        check.sentence(),
                        it,
                        new ScriptResult.NotRun("it has not been run"),
                        List.of(),
                        Duration.ZERO)));
      }
    }
    return runs;
  }

  private static void add(
      List<ScriptRun> runs, ScriptVerdict verdict, Map<StepId, List<TrialRow>> rows) {
    for (ScriptRun run : runs) {
      rows.computeIfAbsent(run.step().id(), _ -> new ArrayList<>()).add(verdict.row(run));
    }
  }

  private void run(ScriptVerdict verdict, Map<StepId, List<TrialRow>> rows)
      throws InterruptedException {
    long start = System.nanoTime();
    List<ScriptRun> runs =
        rehearsal.attempt(
            () -> rehearsal.scriptsUntouched(lesson),
            trouble -> {
              rows.computeIfAbsent(lesson.steps().getFirst().id(), _ -> new ArrayList<>())
                  .add(errored(trouble, start));
              return List.of();
            });
    add(runs, verdict, rows);
  }

  private static TrialRow errored(RuntimeException trouble, long start) {
    return StepTrials.errored(
        new Trial.Scripted("all"), trouble, Duration.ofNanos(System.nanoTime() - start));
  }
}
