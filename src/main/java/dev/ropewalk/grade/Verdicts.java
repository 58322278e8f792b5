package dev.ropewalk.grade;

import dev.ropewalk.check.Verdict;
import dev.ropewalk.journal.Entry;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.lesson.StepId;
import dev.ropewalk.scorecard.CheckResult;
import dev.ropewalk.scorecard.LessonResult;
import dev.ropewalk.scorecard.Points;
import dev.ropewalk.scorecard.Status;
import dev.ropewalk.scorecard.StepResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Makes a lesson's result of the verdicts that its steps got. */
final class Verdicts {
  private static final int NO_SHELL = -1;

  static final String SKIPPED = "It was skipped: ropewalk did it.";
  static final String NOT_REACHED = "It was not reached: a step before it is not done.";

  /** How a step stands that nobody has judged, and why. */
  private record NoVerdict(Status status, String says) {}

  private Verdicts() {}

  /** The result of what was replayed. */
  static LessonResult of(Assignment.Part part, Replayed replayed) {
    return of(
        part,
        replayed.verdicts(),
        replayed.skipped(),
        replayed.unreached(),
        commands(replayed.entries()));
  }

  /**
   * The same from what was seen of each step.
   *
   * @param unreached why steps without a verdict have none, as in {@link Replayed}
   */
  static LessonResult of(
      Assignment.Part part,
      Map<StepId, List<Verdict>> verdicts,
      Set<StepId> skipped,
      Map<StepId, String> unreached,
      Map<StepId, List<StepResult.Command>> commands) {
    // Whoever stopped the replay has failed there; what comes after it was out of reach.
    Optional<StepId> stopped =
        part.lesson().steps().stream()
            .map(Step::id)
            .filter(id -> verdicts.getOrDefault(id, List.of()).isEmpty() && !skipped.contains(id))
            .findFirst()
            .filter(unreached::containsKey);
    List<StepResult> steps =
        part.lesson().steps().stream()
            .map(
                step ->
                    step(
                        part,
                        step,
                        verdicts.getOrDefault(step.id(), List.of()),
                        skipped.contains(step.id())
                            ? new NoVerdict(Status.FAILED, SKIPPED)
                            : new NoVerdict(
                                stopped.equals(Optional.of(step.id()))
                                    ? Status.FAILED
                                    : Status.BLOCKED,
                                unreached.getOrDefault(step.id(), NOT_REACHED)),
                        commands.getOrDefault(step.id(), List.of())))
            .toList();
    return new LessonResult(
        part.lesson().id(),
        part.lesson().title(),
        Status.of(steps.stream().map(StepResult::status).toList()),
        points(part, steps),
        "",
        new TreeMap<>(part.lesson().values().values()),
        steps);
  }

  /** All steps earned in full earn all points of the lesson: what is told of each is rounded. */
  private static Points points(Assignment.Part part, List<StepResult> steps) {
    double earned = 0;
    for (int i = 0; i < steps.size(); i++) {
      Points checks = Points.sum(steps.get(i).checks().stream().map(CheckResult::points));
      earned += checks.scaledTo(part.points(part.lesson().steps().get(i))).earned();
    }
    boolean all = steps.stream().allMatch(step -> step.status() == Status.PASSED);
    return new Points(all ? part.points() : Math.min(earned, part.points()), part.points());
  }

  /** That of a lesson for which there is nothing to judge. */
  static LessonResult none(Assignment.Part part, Status status, String says) {
    return new LessonResult(
        part.lesson().id(),
        part.lesson().title(),
        status,
        new Points(0, part.points()),
        says,
        new TreeMap<>(part.lesson().values().values()),
        List.of());
  }

  private static StepResult step(
      Assignment.Part part,
      Step step,
      List<Verdict> verdicts,
      NoVerdict otherwise,
      List<StepResult.Command> commands) {
    List<CheckResult> checks =
        IntStream.range(0, verdicts.size())
            .mapToObj(i -> CheckResult.of(step.checks().get(i), verdicts.get(i)))
            .toList();
    boolean judged = !checks.isEmpty();
    Points points = Points.sum(checks.stream().map(CheckResult::points));
    return new StepResult(
        step.id(),
        step.title(),
        judged ? Status.of(checks.stream().map(CheckResult::status).toList()) : otherwise.status(),
        points.scaledTo(part.points(step)),
        part.visible(step),
        judged ? "" : otherwise.says(),
        checks,
        commands);
  }

  /** What was typed in each step, as the journal has it: without secrets. */
  static Map<StepId, List<StepResult.Command>> commands(List<Entry> entries) {
    Map<StepId, List<StepResult.Command>> commands = new HashMap<>();
    List<StepResult.Command> open = new ArrayList<>();
    boolean ours = false;
    for (Entry entry : entries) {
      switch (entry) {
        case Entry.StepOpened(var step) -> {
          open = commands.computeIfAbsent(step, _ -> new ArrayList<>());
          ours = false;
        }
        case Entry.SkipBegun _ -> ours = true;
        case Entry.Ran ran -> {
          if (!ours) {
            open.add(new StepResult.Command(ran.line(), ran.exitCode()));
          }
        }
        case Entry.Answered(var value) -> {
          if (!ours) {
            open.add(new StepResult.Command(":answer " + value, NO_SHELL));
          }
        }
        default -> {}
      }
    }
    return commands;
  }
}
