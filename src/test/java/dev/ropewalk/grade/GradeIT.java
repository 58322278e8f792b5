package dev.ropewalk.grade;

import static dev.ropewalk.grade.FirstLessonAnswer.LESSON;
import static dev.ropewalk.grade.FirstLessonAnswer.standings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.sandbox.InPrivateEngines;
import dev.ropewalk.scorecard.Scorecard;
import dev.ropewalk.scorecard.Status;
import dev.ropewalk.scorecard.StepResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Submissions graded by the command, in sandboxes. */
@InPrivateEngines
@Timeout(1200)
final class GradeIT {
  @TempDir private Path folder;
  private GradeProcess grading;

  @BeforeEach
  void prepare() {
    GradeProcess.assumePossible();
    grading = new GradeProcess(folder);
  }

  @Test
  void each_gets_exactly_its_points() throws Exception {
    grading.handIn("ada", FirstLessonAnswer.RIGHT.lines());
    grading.handIn("bob", FirstLessonAnswer.PARTLY.lines());
    grading.handIn("cid", FirstLessonAnswer.WRONG.lines());
    grading.handIn("dan", FirstLessonAnswer.EMPTY.lines());
    grading.handIn("eve", FirstLessonAnswer.WITHOUT_THE_SECOND.lines());

    GradeProcess.Ended ended = grading.grade(LESSON, "--jobs", "2");

    Map<String, Scorecard> cards = grading.cards();
    assertThat(ended.code()).as(ended.said()).isEqualTo(1);
    assertThat(ended.said()).contains("5 of 5").contains("1 passed, 4 failed.");
    assertThat(standings(cards))
        .isEqualTo(
            Map.of(
                "ada", "passed 8 of 8 points",
                "bob", "failed 4 of 8 points",
                "cid", "failed 0 of 8 points",
                "dan", "failed 0 of 8 points",
                "eve", "failed 7 of 8 points"));
    assertThat(steps(card(cards, "cid")).getFirst().checks().getFirst().says())
        .contains("This has not happened since this step opened");
    assertThat(steps(card(cards, "eve")))
        .extracting(StepResult::status)
        .containsExactly(
            Status.PASSED,
            Status.FAILED,
            Status.PASSED,
            Status.PASSED,
            Status.PASSED,
            Status.PASSED);
    assertThat(steps(card(cards, "ada")).getFirst().commands())
        .containsExactly(new StepResult.Command("docker pull redis", 0));
    assertThat(card(cards, "ada").evidence())
        .extracting(file -> file.path().replaceFirst(".*/", ""))
        .containsExactly("commands.sh", "output.txt", "journal.jsonl", "facts.json");
    assertThat(grading.results().setting().trust()).isEqualTo("namespaces");
  }

  @Test
  void what_was_taken_back_or_kept_of_a_free_play_is_so_in_the_replay() throws Exception {
    List<String> right = GradeProcess.solution(LESSON);
    List<String> lines = new ArrayList<>(List.of(right.getFirst()));
    lines.addAll(List.of("docker network create undone", ":undo"));
    lines.addAll(List.of(":play", "docker volume create kept", ":play keep"));
    lines.addAll(List.of(":play", "docker volume create gone", ":play"));
    lines.addAll(right);
    lines.add("exit");
    grading.handIn("ada", lines.toArray(String[]::new));
    grading.handIn("bob", "docker pull redis", "exit", "docker images");

    GradeProcess.Ended ended = grading.grade(LESSON, "--exam", "--report", "json");

    Map<String, Scorecard> cards = grading.cards();
    assertThat(standings(cards))
        .as(ended.said())
        .containsEntry("ada", "passed 8 of 8 points")
        .containsEntry("bob", "failed 1 of 8 points");
    assertThat(folder.resolve("out/evidence/ada/" + LESSON + "/journal.jsonl"))
        .content()
        .contains("\"line-undone\"")
        .contains("\"play-kept\"");
    assertThat(folder.resolve("out/evidence/ada/" + LESSON + "/facts.json"))
        .content()
        .contains("\"kept\"")
        .doesNotContain("\"undone\"")
        .doesNotContain("\"gone\"");
    assertThat(steps(card(cards, "bob")).get(1).says())
        .isEqualTo(
            "It was not judged. The shell ended with `exit`: what stands below it was not typed.");
  }

  @Test
  void a_corrected_check_is_applied_to_the_evidence_without_an_engine() throws Exception {
    grading.handIn("ada", FirstLessonAnswer.RIGHT.lines());
    grading.handIn("bob", FirstLessonAnswer.PARTLY.lines());
    grading.handIn("cid", FirstLessonAnswer.WRONG.lines());
    Path wrong =
        grading.courseWith(
            "10-images-and-containers.yaml", "images: {any: [redis]}", "images: {any: [radish]}");
    GradeProcess.Ended graded =
        grading.grade(
            LESSON,
            "--course",
            wrong.toString(),
            "--jobs",
            "2",
            "--report",
            "json",
            "--report",
            "html");
    assertThat(standings(grading.cards()))
        .as(graded.said())
        .isEqualTo(
            Map.of(
                "ada", "failed 1 of 8 points",
                "bob", "failed 1 of 8 points",
                "cid", "failed 0 of 8 points"));

    GradeProcess.Ended same = grading.rejudge(LESSON, "--course", wrong.toString());
    GradeProcess.Ended corrected = grading.rejudge(LESSON, "--out", "corrected");
    GradeProcess.Ended again = grading.grade(LESSON, "--jobs", "2", "--rerun");

    assertThat(same.said()).isEqualTo("0 of 3 results change.\n");
    assertThat(corrected.said())
        .contains("ada: failed with 1 of 8 points, now failed with 2 of 8 points\n")
        .contains("bob: failed with 1 of 8 points, now failed with 2 of 8 points\n")
        .contains("  The step `list-your-images` passes now;")
        .endsWith("2 of 3 results change.\n");
    assertThat(again.said())
        .contains("ada: failed with 1 of 8 points, now passed with 8 of 8 points\n")
        .contains("bob: failed with 1 of 8 points, now failed with 4 of 8 points\n")
        .contains("2 of 3 results change.\n");
    assertThat(folder.resolve("out/class.html")).content().contains("students/bob.html");
    assertThat(folder.resolve("corrected/students/ada.html")).content().contains("2 of 8 points");
    assertThat(folder.resolve("out/grading-1.jsonl")).exists();
    // What was run again has its evidence in a place of its own.
    Files.writeString(folder.resolve("out/evidence-2/ada/" + LESSON + "/facts.json"), "{}");
    assertThat(grading.rejudge(LESSON, "--course", wrong.toString()).said())
        .contains("bob: failed with 4 of 8 points, now ")
        .contains("ada: The evidence of the lesson `%s` is not there, or".formatted(LESSON))
        .doesNotContain("ada: passed");
  }

  @Test
  void shares_that_were_merged_are_judged_again_as_one_class() throws Exception {
    grading.handIn("ada", FirstLessonAnswer.PARTLY.lines()); // of the second share
    grading.handIn("cid", FirstLessonAnswer.PARTLY.lines()); // of the first
    grading.handIn("fay", FirstLessonAnswer.EMPTY.lines()); // of the second
    Path wrong =
        grading.courseWith(
            "10-images-and-containers.yaml", "images: {any: [redis]}", "images: {any: [radish]}");
    for (String share : List.of("1", "2")) {
      grading.gradeInto(
          "share-" + share,
          "submissions",
          LESSON,
          "--shard",
          share + "/2",
          "--course",
          wrong.toString());
    }
    GradeProcess.Ended merged =
        grading.command("merge", "share-1", "share-2", "--out", "class", "--report", "html");

    GradeProcess.Ended same =
        grading.command(LESSON, "--rejudge", "class", "--course", wrong.toString());
    GradeProcess.Ended corrected =
        grading.command(LESSON, "--rejudge", "class", "--out", "corrected");

    assertThat(merged.code()).as(merged.said()).isEqualTo(1);
    assertThat(same.said()).isEqualTo("0 of 3 results change.\n");
    assertThat(corrected.said())
        .contains("ada: failed with 1 of 8 points, now failed with 2 of 8 points\n")
        .contains("cid: failed with 1 of 8 points, now failed with 2 of 8 points\n")
        .endsWith("2 of 3 results change.\n");
    assertThat(grading.results("corrected").submissions()).hasSize(3);
    assertThat(grading.results("corrected").setting().trust()).isEqualTo("namespaces");
  }

  private static List<StepResult> steps(Scorecard card) {
    return card.lessons().getFirst().steps();
  }

  private static Scorecard card(Map<String, Scorecard> cards, String id) {
    return Objects.requireNonNull(cards.get(id), id);
  }
}
