package dev.ropewalk.proof;

import dev.ropewalk.engine.World;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.Script;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.lesson.StepId;
import dev.ropewalk.proof.TrialRow.Outcome;
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

  private final RenewableRehearsal rehearsal;
  private final Lesson lesson;
  private final Map<StepId, List<TrialRow>> rows = new LinkedHashMap<>();
  private final Consumer<TrialRow> listener;
  private long start;

  LessonWalk(RenewableRehearsal rehearsal, Lesson lesson, Consumer<TrialRow> listener) {
    this.rehearsal = rehearsal;
    this.lesson = lesson;
    this.listener = listener;
  }

  Map<StepId, List<TrialRow>> walk() throws InterruptedException {
    untouched().forEach(each -> add(each.step(), each.row()));
    for (int run = 1; run <= 2; run++) {
      List<Seen> seen = through(run);
      if (seen.stream().anyMatch(Seen::wasTooSlow)) {
        seen = again(seen, through(run));
      }
      seen.forEach(each -> add(each.step(), each.row()));
    }
    return rows;
  }

  private List<Seen> untouched() throws InterruptedException {
    start = System.nanoTime();
    return rehearsal.attempt(
        () -> {
          List<Seen> seen = new ArrayList<>();
          rehearsal.reset();
          for (Step step : lesson.steps()) {
            start = System.nanoTime();
            boolean passes = rehearsal.passesUntouched(step);
            seen.add(seen(step, new Trial.Untouched(), passes ? "it passes" : "", ""));
          }
          return seen;
        },
        trouble -> errored(new Trial.Untouched(), trouble));
  }

  /** What is told of all steps where the walk could not be ended. */
  private List<Seen> errored(Trial trial, RuntimeException trouble) {
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    return List.of(new Seen(lesson.steps().getFirst(), StepTrials.errored(trial, trouble, took)));
  }

  /** What came of a trial on a step. */
  private record Seen(Step step, TrialRow row) {
    /** A busy machine may be the reason; see {@link StepTrials}. */
    boolean wasTooSlow() {
      return row.outcome() == Outcome.FAILS && row.trial() instanceof Trial.Solution;
    }
  }

  /** The second attempt, in which it is told what the first was made for. */
  private static List<Seen> again(List<Seen> first, List<Seen> second) {
    List<Trial> slow =
        first.stream().filter(Seen::wasTooSlow).map(seen -> seen.row().trial()).toList();
    return second.stream()
        .map(
            seen ->
                slow.contains(seen.row().trial()) && seen.row().outcome() == Outcome.HOLDS
                    ? new Seen(seen.step(), seen.row().because(StepTrials.AGAIN))
                    : seen)
        .toList();
  }

  /** Once through the lesson. */
  private List<Seen> through(int run) throws InterruptedException {
    Step first = lesson.steps().getFirst();
    Trial trial = new Trial.Solution(first.solution(), run);
    List<Seen> seen = new ArrayList<>();
    start = System.nanoTime();
    try {
      return rehearsal.attempt(
          () -> {
            seen.clear();
            once(run, seen);
            return seen;
          },
          trouble -> errored(trial, trouble));
    } catch (StepNotReached e) {
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      seen.add(new Seen(first, StepTrials.notReached(trial, e, took)));
    }
    return seen;
  }

  private void once(int run, List<Seen> seen) throws InterruptedException {
    List<String> before = containers(rehearsal.world());
    rehearsal.open(lesson, lesson.steps().getFirst());
    boolean going = true;
    for (Step step : lesson.steps()) {
      if (going) {
        start = System.nanoTime();
        LearnerReading idle = rehearsal.type(CHECK);
        going = rehearsal.isOpen(step);
        seen.add(seen(step, new Trial.Idle(), going ? "" : "it passes", text(idle)));
      }
      if (going) {
        start = System.nanoTime();
        LearnerReading solved = rehearsal.type(step.solution());
        going = !rehearsal.isOpen(step);
        Trial trial = new Trial.Solution(step.solution(), run);
        seen.add(seen(step, trial, going ? "" : "it does not pass", text(solved)));
      }
    }
    start = System.nanoTime();
    rehearsal.reset();
    boolean clean = containers(rehearsal.world()).equals(before);
    Step last = lesson.steps().getLast();
    seen.add(seen(last, new Trial.Reset(), clean ? "" : "something is left on the engine", ""));
  }

  private Seen seen(Step step, Trial trial, String failure, String read) {
    Outcome outcome = failure.isEmpty() ? Outcome.HOLDS : Outcome.FAILS;
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    return new Seen(step, new TrialRow(trial, outcome, failure, read, took));
  }

  private void add(Step step, TrialRow row) {
    rows.computeIfAbsent(step.id(), _ -> new ArrayList<>()).add(row);
    listener.accept(row);
  }

  /** All that is to be seen on the learner's terminal. */
  static String text(LearnerReading reading) {
    return reading.shell().isBlank()
        ? reading.said()
        : reading.said() + "\n--- the shell said:\n" + reading.shell();
  }

  private static List<String> containers(World world) {
    return world.containers().stream().map(World.ContainerSummary::id).sorted().toList();
  }
}
