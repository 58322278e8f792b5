package dev.ropewalk.cli;

import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.proof.LessonProof;
import dev.ropewalk.proof.Proof;
import dev.ropewalk.proof.StepProof;
import dev.ropewalk.proof.Trial;
import dev.ropewalk.proof.TrialRow;
import dev.ropewalk.scorecard.CheckResult;
import dev.ropewalk.scorecard.LessonResult;
import dev.ropewalk.scorecard.Points;
import dev.ropewalk.scorecard.Status;
import dev.ropewalk.scorecard.StepResult;
import dev.ropewalk.scorecard.Visible;
import dev.ropewalk.text.Quotation;
import java.util.List;

/**
 * A proof in the form of which all reports are made: a trial is a check, of one point. What a proof
 * only counts, such as mutants that passed, has failed where its lesson has too much of it.
 */
record ProofResults(Proof proof, List<Lesson> lessons) {
  private static final int LONGEST = 80;

  ProofResults {
    lessons = List.copyOf(lessons);
  }

  /** What came of each lesson. */
  List<LessonResult> results() {
    return proof.lessons().stream().map(this::lesson).toList();
  }

  private LessonResult lesson(LessonProof proved) {
    Lesson lesson =
        lessons.stream().filter(it -> it.id().equals(proved.lesson())).findFirst().orElseThrow();
    return JudgedResults.lesson(
        lesson, proved.steps().stream().map(step -> step(lesson, proved, step)).toList());
  }

  private static StepResult step(Lesson lesson, LessonProof whole, StepProof proved) {
    List<CheckResult> trials =
        proved.rows().stream().map(row -> trial(row, status(row.outcome(), whole))).toList();
    return new StepResult(
        proved.step(),
        lesson.steps().stream()
            .filter(it -> it.id().equals(proved.step()))
            .map(Step::title)
            .findFirst()
            .orElse(proved.step().slug()),
        Status.of(trials.stream().map(CheckResult::status).toList()),
        Points.sum(trials.stream().map(CheckResult::points)),
        Visible.ALWAYS,
        "",
        trials,
        List.of());
  }

  private static CheckResult trial(TrialRow row, Status status) {
    boolean passed = status == Status.PASSED;
    return new CheckResult(
        sentence(row.trial()),
        status,
        new Points(passed ? 1 : 0, 1),
        passed ? "" : expected(row.trial()),
        passed ? "" : row.outcome().word(),
        passed ? "" : row.outcome().word(),
        passed ? "" : row.reason(),
        "");
  }

  private static Status status(TrialRow.Outcome outcome, LessonProof whole) {
    return switch (outcome) {
      case HOLDS, KILLED, EXPLAINED -> Status.PASSED;
      case FAILS, SILENT, EMPTY, UNWRITTEN -> Status.FAILED;
      case REFUSED, PASSED, UNSAID, UNNAMED, SURVIVED ->
          whole.holds() ? Status.PASSED : Status.FAILED;
      case ERRORED, UNRUN -> Status.ERRORED;
    };
  }

  private static String sentence(Trial trial) {
    String typed = trial.typed().lines().findFirst().orElse("");
    String about = trial instanceof Trial.Scripted(var check) ? check : typed;
    return about.isEmpty() ? trial.word() : trial.word() + ": " + Quotation.cut(about, LONGEST);
  }

  private static String expected(Trial trial) {
    return switch (trial) {
      case Trial.Solution _, Trial.Accepted _, Trial.Right _, Trial.Explained _ ->
          "the step is done";
      case Trial.Untouched _,
          Trial.Scripted _,
          Trial.Idle _,
          Trial.Mistaken _,
          Trial.Wrong _,
          Trial.Mutated _ ->
          "the step is not done, and the reason is told";
      case Trial.Reset _ -> "nothing of the lesson is left";
    };
  }
}
