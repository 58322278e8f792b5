package dev.ropewalk.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.StepId;
import dev.ropewalk.scorecard.CheckResult;
import dev.ropewalk.scorecard.LessonResult;
import dev.ropewalk.scorecard.Points;
import dev.ropewalk.scorecard.ScorecardDraft;
import dev.ropewalk.scorecard.Status;
import dev.ropewalk.scorecard.StepResult;
import dev.ropewalk.scorecard.Visible;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What formats of tests call a test. */
final class CaseTest {
  /** Those of a proof may begin alike: a line is cut to its first words. */
  @Test
  void two_of_a_step_have_different_names() {
    StepResult step = step("list", "wrong: docker ps", "wrong: docker ps", "wrong: docker ps (2)");
    LessonResult lesson =
        new LessonResult(
            new LessonId("images"),
            "Images",
            Status.PASSED,
            Points.NONE,
            "",
            new TreeMap<>(),
            List.of(step, step("pull", "wrong: docker ps")));

    assertThat(Case.of(ScorecardDraft.of("proof").graded(List.of(lesson)).card()))
        .extracting(each -> each.suite().getLast() + " " + each.name())
        .containsExactly(
            "list wrong: docker ps",
            "list wrong: docker ps (2)",
            "list wrong: docker ps (2) (2)",
            "pull wrong: docker ps");
  }

  private static StepResult step(String slug, String... sentences) {
    return new StepResult(
        new StepId(slug),
        slug,
        Status.PASSED,
        Points.NONE,
        Visible.ALWAYS,
        "",
        List.of(sentences).stream()
            .map(it -> new CheckResult(it, Status.PASSED, Points.NONE, "", "", "", "", ""))
            .toList(),
        List.of());
  }
}
