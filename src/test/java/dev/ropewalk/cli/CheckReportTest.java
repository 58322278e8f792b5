package dev.ropewalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.terminal.Glyphs;
import dev.ropewalk.terminal.Palette;
import dev.ropewalk.terminal.Sheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The points of a lesson, and their sum. */
final class CheckReportTest {
  private static final Verdict PASSED = new Verdict.Passed();
  private static final Verdict FAILED =
      new Verdict.Failed(
          "running",
          "exited",
          new Diagnosis(Diagnosis.Progress.WRONG_STATE, "It is exited.", ""),
          Verdict.Outlook.FINAL);
  private static final String CHECKS =
      """
      steps:
        one: {checks: [{check: A, container: a, expect: absent, points: 4}], solution: x}
        two: {checks: [{check: B, container: b, expect: absent, points: 8}], solution: x}
        three:
          checks:
            - {check: C, container: c, expect: absent, points: 2}
            - {check: D, container: d, expect: absent}
            - {check: E, container: e, expect: absent, points: 0}
          solution: x
      """;

  @TempDir private Path folder;
  private CheckReport report;

  @BeforeEach
  void a_lesson_of_three_steps() throws IOException {
    Files.createDirectories(folder.resolve("lessons"));
    Files.createDirectories(folder.resolve("checks"));
    Files.writeString(
        folder.resolve("lessons/10-a.md"),
        "# A\n\n## One\n\nGo.\n\n## Two\n\nGo.\n\n## Three\n\nGo.\n");
    Files.writeString(folder.resolve("checks/10-a.yaml"), CHECKS);
    Lesson lesson = Course.open(folder).lesson(new LessonId("a"));
    report =
        new CheckReport(
            lesson,
            List.of(
                result(lesson, 0, CheckReport.Standing.DONE_BEFORE),
                result(lesson, 1, CheckReport.Standing.SKIPPED_BEFORE),
                result(lesson, 2, CheckReport.Standing.JUDGED, PASSED, FAILED, PASSED)));
  }

  private static CheckReport.StepResult result(
      Lesson lesson, int step, CheckReport.Standing standing, Verdict... verdicts) {
    return new CheckReport.StepResult(lesson.steps().get(step), List.of(verdicts), standing);
  }

  @Test
  void a_step_that_is_set_aside_is_not_judged_and_has_not_passed() {
    CheckReport played =
        new CheckReport(
            report.lesson(), List.of(result(report.lesson(), 2, CheckReport.Standing.SET_ASIDE)));

    assertThat(played.passed()).isFalse();
    assertThat(played.text(new Sheet(80, Palette.none(), Glyphs.ASCII)))
        .startsWith("a/three  not judged: you play freely until you go on with the step  0 of 3");
    assertThat(played.json()).contains("\"standing\" : \"set-aside\"");
  }

  @Test
  void the_text_tells_the_points_of_each_step_and_their_sum() {
    assertThat(
            report
                .text(new Sheet(80, Palette.none(), Glyphs.ASCII))
                .lines()
                .filter(line -> line.contains("point")))
        .containsExactly(
            "a/one  done  4 of 4 points",
            "a/two  skipped  0 of 8 points",
            "a/three  not passed  2 of 3 points",
            "6 of 15 points");
  }

  @Test
  void json_tells_them_of_each_check_as_well() throws IOException {
    JsonNode root = new ObjectMapper().readTree(report.json());

    assertThat(root.get("points").asInt()).isEqualTo(6);
    assertThat(root.get("of").asInt()).isEqualTo(15);
    JsonNode third = root.get("steps").get(2);
    assertThat(third.get("points").asInt()).isEqualTo(2);
    assertThat(third.get("of").asInt()).isEqualTo(3);
    assertThat(third.get("checks")).hasSize(3);
    assertThat(third.get("checks").get(0).get("points").asInt()).isEqualTo(2);
    assertThat(third.get("checks").get(1).get("points").asInt()).isZero();
    assertThat(third.get("checks").get(1).get("of").asInt()).isEqualTo(1);
    assertThat(root.get("steps").get(1).get("standing").asText()).isEqualTo("skipped-before");
  }
}
