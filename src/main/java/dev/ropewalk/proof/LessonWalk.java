package dev.ropewalk.proof;

import dev.ropewalk.engine.World;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.Script;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.lesson.StepId;
import dev.ropewalk.proof.Row.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Goes through a whole lesson twice by its solutions, and looks at each step before it is answered.
 * For one thread.
 */
final class LessonWalk {
  private static final Script CHECK = new Script(":check");

  private final Rehearsal rehearsal;
  private final Lesson lesson;
  private final Map<StepId, List<Row>> rows = new LinkedHashMap<>();
  private final Consumer<Row> listener;
  private long start;

  LessonWalk(Rehearsal rehearsal, Lesson lesson, Consumer<Row> listener) {
    this.rehearsal = rehearsal;
    this.lesson = lesson;
    this.listener = listener;
  }

  Map<StepId, List<Row>> walk() throws InterruptedException {
    rehearsal.reset();
    for (Step step : lesson.steps()) {
      start = System.nanoTime();
      boolean passes = rehearsal.passesUntouched(step);
      add(step, new Trial.Untouched(), passes ? "it passes" : "", "");
    }
    for (int run = 1; run <= 2; run++) {
      start = System.nanoTime();
      try {
        once(run);
      } catch (NotReached e) {
        Step first = lesson.steps().getFirst();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        add(first, StepTrials.notReached(new Trial.Solution(first.solution(), run), e, took));
      }
    }
    return rows;
  }

  private void once(int run) throws InterruptedException {
    List<String> before = containers(rehearsal.world());
    rehearsal.open(lesson, lesson.steps().getFirst());
    boolean going = true;
    for (Step step : lesson.steps()) {
      if (going) {
        start = System.nanoTime();
        Reading idle = rehearsal.type(CHECK);
        going = rehearsal.isOpen(step);
        add(step, new Trial.Idle(), going ? "" : "it passes", text(idle));
      }
      if (going) {
        start = System.nanoTime();
        Reading solved = rehearsal.type(step.solution());
        going = !rehearsal.isOpen(step);
        Trial trial = new Trial.Solution(step.solution(), run);
        add(step, trial, going ? "" : "it does not pass", text(solved));
      }
    }
    start = System.nanoTime();
    rehearsal.reset();
    boolean clean = containers(rehearsal.world()).equals(before);
    Step last = lesson.steps().getLast();
    add(last, new Trial.Reset(), clean ? "" : "something is left on the engine", "");
  }

  private void add(Step step, Trial trial, String failure, String read) {
    Outcome outcome = failure.isEmpty() ? Outcome.HOLDS : Outcome.FAILS;
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    add(step, new Row(trial, outcome, failure, read, took));
  }

  private void add(Step step, Row row) {
    rows.computeIfAbsent(step.id(), _ -> new ArrayList<>()).add(row);
    listener.accept(row);
  }

  /** All that is to be seen on the learner's terminal. */
  static String text(Reading reading) {
    return reading.shell().isBlank()
        ? reading.said()
        : reading.said() + "\n--- the shell said:\n" + reading.shell();
  }

  private static List<String> containers(World world) {
    return world.containers().stream().map(World.ContainerSummary::id).sorted().toList();
  }
}
