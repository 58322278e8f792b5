package dev.ropewalk.cli;

import dev.ropewalk.check.Check;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.sandbox.TrustLevel;
import dev.ropewalk.scorecard.CheckResult;
import dev.ropewalk.scorecard.LessonResult;
import dev.ropewalk.scorecard.Points;
import dev.ropewalk.scorecard.Results;
import dev.ropewalk.scorecard.Scorecard;
import dev.ropewalk.scorecard.ScorecardDraft;
import dev.ropewalk.scorecard.Status;
import dev.ropewalk.scorecard.StepResult;
import dev.ropewalk.scorecard.Visible;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/** What `check` and `author prove` found, in the form of which all reports are made. */
final class JudgedResults {
  private final Course course;
  private final String engine;
  private final TrustLevel trust;
  private final Instant now;

  /**
   * @param engine its version; empty where that is not known
   * @param trust of the engine that was judged
   */
  JudgedResults(Course course, String engine, TrustLevel trust, Instant now) {
    this.course = course;
    this.engine = engine;
    this.trust = trust;
    this.now = now;
  }

  /** Those of one judged engine, as the work of somebody of this id. */
  Results of(String id, List<LessonResult> lessons) {
    Scorecard card = ScorecardDraft.of(id).graded(lessons).card();
    return new Results(
        Results.FORMAT,
        RootCommand.Version.number().orElse(""),
        course.description().title(),
        now,
        "",
        "",
        new Results.Setting(engine, trust.word(), trust.stops(), trust.lets(), false, true, true),
        lessons.stream().map(JudgedResults::assigned).toList(),
        List.of(card));
  }

  private static Results.Assigned assigned(LessonResult lesson) {
    return new Results.Assigned(
        lesson.id(),
        lesson.title(),
        lesson.points().of(),
        lesson.steps().stream()
            .map(
                step ->
                    new Results.AssignedStep(
                        step.id(), step.title(), step.points().of(), step.visible()))
            .toList());
  }

  /** What `check` found in a lesson. */
  static LessonResult lesson(CheckReport report) {
    return lesson(report.lesson(), report.results().stream().map(JudgedResults::step).toList());
  }

  /** A lesson of which these steps were judged. */
  static LessonResult lesson(Lesson lesson, List<StepResult> steps) {
    return new LessonResult(
        lesson.id(),
        lesson.title(),
        Status.of(steps.stream().map(StepResult::status).toList()),
        Points.sum(steps.stream().map(StepResult::points)),
        "",
        new TreeMap<>(lesson.values().values()),
        steps);
  }

  private static StepResult step(CheckReport.StepResult judged) {
    Step step = judged.step();
    List<CheckResult> checks =
        switch (judged.standing()) {
          case JUDGED -> checks(step.checks(), judged.verdicts());
          case DONE_BEFORE ->
              checks(step.checks(), step.checks().stream().map(_ -> new Verdict.Passed()).toList());
          case SKIPPED_BEFORE, SET_ASIDE -> List.of();
        };
    Status whole =
        switch (judged.standing()) {
          case JUDGED, DONE_BEFORE -> Status.of(checks.stream().map(CheckResult::status).toList());
          case SKIPPED_BEFORE -> Status.FAILED;
          case SET_ASIDE -> Status.BLOCKED;
        };
    String says =
        switch (judged.standing()) {
          case JUDGED -> "";
          case DONE_BEFORE -> "It was done before.";
          case SKIPPED_BEFORE -> "It was skipped: ropewalk did it.";
          case SET_ASIDE -> "It was not judged: the learner plays freely.";
        };
    return new StepResult(
        step.id(),
        step.title(),
        whole,
        new Points(judged.points().earned(), judged.points().of()),
        Visible.ALWAYS,
        says,
        checks,
        List.of());
  }

  private static List<CheckResult> checks(List<Check> checks, List<? extends Verdict> verdicts) {
    return java.util.stream.IntStream.range(0, verdicts.size())
        .mapToObj(i -> CheckResult.of(checks.get(i), verdicts.get(i)))
        .toList();
  }
}
