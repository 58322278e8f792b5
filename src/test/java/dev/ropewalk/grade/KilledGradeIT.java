package dev.ropewalk.grade;

import static dev.ropewalk.grade.FirstLessonAnswer.LESSON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.sandbox.MachineState;
import dev.ropewalk.scorecard.Status;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A grader that is killed goes on where it was, and leaves the machine as it found it. */
@Order(MachineState.LAST)
@ResourceLock(MachineState.LOCK)
@Timeout(1200)
final class KilledGradeIT {
  @TempDir private Path folder;

  @Test
  void killed_three_times_nothing_is_graded_twice_and_nothing_is_lost() throws Exception {
    GradeProcess.assumePossible();
    GradeProcess grading = new GradeProcess(folder);
    MachineState before = MachineState.now();
    List<FirstLessonAnswer> answers =
        List.of(
            FirstLessonAnswer.RIGHT,
            FirstLessonAnswer.PARTLY,
            FirstLessonAnswer.WRONG,
            FirstLessonAnswer.EMPTY);
    Map<String, String> expected = new TreeMap<>();
    for (int i = 0; i < 12; i++) {
      FirstLessonAnswer answer = answers.get(i % 4);
      grading.handIn("student-" + i, answer.lines());
      expected.put("student-" + i, answer.standing());
    }

    grading.gradeAndKill(2, LESSON, "--jobs", "2");
    List<String> first = grading.lines();
    grading.gradeAndKill(first.size() + 1, LESSON, "--jobs", "2", "--resume");
    List<String> second = grading.lines();
    grading.gradeAndKill(second.size() + 1, LESSON, "--jobs", "2", "--resume");
    GradeProcess.Ended ended = grading.grade(LESSON, "--jobs", "2", "--resume");

    List<String> last = grading.lines();
    assertThat(ended.code()).as(ended.said()).isEqualTo(1);
    assertThat(last).hasSize(13).startsWith(second.toArray(String[]::new));
    assertThat(second).hasSizeGreaterThan(first.size());
    assertThat(first).hasSizeBetween(3, 12);
    assertThat(FirstLessonAnswer.standings(grading.cards())).isEqualTo(expected);
    assertThat(MachineState.await(before::equals)).isEqualTo(before);
  }

  @Test
  void what_a_signal_or_our_own_trouble_has_spoilt_is_graded_again() throws Exception {
    GradeProcess.assumePossible();
    GradeProcess grading = new GradeProcess(folder);
    for (int i = 0; i < 6; i++) {
      grading.handIn("student-" + i, FirstLessonAnswer.RIGHT.lines());
    }

    grading.gradeAndTerminate(1, LESSON, "--jobs", "2");
    List<String> first = grading.lines();
    assertThat(first).as("nothing is told of those that were ended").hasSizeBetween(2, 6);
    assertThat(first.subList(1, first.size())).allMatch(line -> line.contains("passed"));
    Path log = folder.resolve("out").resolve("grading.jsonl");
    Files.writeString(
        log, first.getLast().replace("passed", "errored") + "\n", StandardOpenOption.APPEND);
    GradeProcess.Ended ended = grading.grade(LESSON, "--jobs", "2", "--resume");

    assertThat(ended.code()).as(ended.said()).isZero();
    assertThat(ended.said()).contains("6 of 6").contains("6 passed.");
    assertThat(grading.cards().values()).allMatch(card -> card.status() == Status.PASSED);
    assertThat(grading.lines()).hasSize(1 + 6 + 2);
  }
}
