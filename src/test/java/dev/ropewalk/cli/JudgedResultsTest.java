package dev.ropewalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.proof.LessonProof;
import dev.ropewalk.proof.Proof;
import dev.ropewalk.proof.StepProof;
import dev.ropewalk.proof.Trial;
import dev.ropewalk.proof.TrialRow;
import dev.ropewalk.proof.TrialRow.Outcome;
import dev.ropewalk.report.Report;
import dev.ropewalk.sandbox.TrustLevel;
import dev.ropewalk.scorecard.LessonResult;
import dev.ropewalk.scorecard.Results;
import dev.ropewalk.scorecard.ResultsForm;
import dev.ropewalk.scorecard.Status;
import dev.ropewalk.scorecard.StepResult;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is judged without a submission, in the form of all reports. */
final class JudgedResultsTest {
  private static final Course COURSE = Course.open(Path.of(""));
  private static final Lesson LESSON = COURSE.lesson(new LessonId("images-and-containers"));
  private static final Verdict FAILED =
      new Verdict.Failed(
          "running",
          "exited",
          new Diagnosis(Diagnosis.Progress.WRONG_STATE, "It is exited.", "Start it."),
          Verdict.Outlook.FINAL);

  @Test
  void each_step_stands_as_it_was_found() {
    List<CheckReport.StepResult> found = new ArrayList<>();
    found.add(step(0, CheckReport.Standing.DONE_BEFORE));
    found.add(step(1, CheckReport.Standing.SKIPPED_BEFORE));
    found.add(step(2, CheckReport.Standing.SET_ASIDE));
    found.add(
        new CheckReport.StepResult(
            LESSON.steps().get(3),
            LESSON.steps().get(3).checks().stream().map(_ -> FAILED).toList(),
            CheckReport.Standing.JUDGED));

    LessonResult lesson = JudgedResults.lesson(new CheckReport(LESSON, found));

    assertThat(lesson.steps())
        .extracting(StepResult::status)
        .containsExactly(Status.PASSED, Status.FAILED, Status.BLOCKED, Status.FAILED);
    assertThat(lesson.status()).isEqualTo(Status.FAILED);
    assertThat(lesson.steps().getFirst().points().earned()).isPositive();
    assertThat(lesson.steps().get(3).checks().getFirst().says()).isEqualTo("It is exited.");
  }

  private static CheckReport.StepResult step(int number, CheckReport.Standing standing) {
    return new CheckReport.StepResult(LESSON.steps().get(number), List.of(), standing);
  }

  @Test
  void one_trial_that_fails_fails_the_step_and_our_trouble_is_told_first() {
    List<TrialRow> rows = new ArrayList<>();
    for (int i = 0; i < 39; i++) {
      rows.add(row(new Trial.Idle(), Outcome.HOLDS));
    }
    assertThat(statusOf(rows)).isEqualTo(Status.PASSED);
    rows.add(row(new Trial.Idle(), Outcome.FAILS));
    assertThat(statusOf(rows)).isEqualTo(Status.FAILED);
    rows.add(row(new Trial.Untouched(), Outcome.ERRORED));
    assertThat(statusOf(rows)).isEqualTo(Status.ERRORED);
  }

  @Test
  void a_trial_is_a_check_with_what_was_tried_and_why_it_failed() {
    LessonResult lesson = proved(List.of(row(new Trial.Reset(), Outcome.FAILS)));

    var check = lesson.steps().getFirst().checks().getFirst();
    assertThat(List.of(check.sentence(), check.expected(), check.found(), check.says()))
        .containsExactly("reset", "nothing of the lesson is left", "fails", "why");
  }

  @Test
  void every_report_can_be_made_of_it() {
    Results results =
        new JudgedResults(COURSE, "20.10.24", TrustLevel.NONE, Instant.EPOCH)
            .of("proof", List.of(proved(List.of(row(new Trial.Idle(), Outcome.FAILS)))));

    assertThat(ResultsForm.results(ResultsForm.write(results))).isEqualTo(results);
    for (Report report : Report.all(Map.of("CLASSROOM50_ASSIGNMENT", "a"))) {
      if (report.obstacle().isEmpty()) {
        assertThat(report.files(results)).as(report.name()).isNotEmpty();
      }
    }
  }

  private static Status statusOf(List<TrialRow> rows) {
    return proved(rows).status();
  }

  private static LessonResult proved(List<TrialRow> rows) {
    Step step = LESSON.steps().getFirst();
    Proof proof =
        new Proof(List.of(new LessonProof(LESSON.id(), List.of(new StepProof(step.id(), rows)))));
    return new ProofResults(proof, List.of(LESSON)).results().getFirst();
  }

  private static TrialRow row(Trial trial, Outcome outcome) {
    return new TrialRow(trial, outcome, "why", "", Duration.ofSeconds(1));
  }
}
