package dev.ropewalk.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.History;
import dev.ropewalk.check.Variables;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.e2e.EngineLock;
import dev.ropewalk.engine.World;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Script;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.verify.Judge;
import dev.ropewalk.verify.LiveProbes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every step of every lesson, on the real engine: nothing passes by itself, right answers pass,
 * wrong ones are explained.
 */
@ExtendWith(EngineLock.class)
final class CourseProofIT {
  @TempDir private Path folder;
  private Rehearsal rehearsal;

  static Stream<String> lessons() {
    return Course.open(Path.of("")).lessons().stream()
        .map(LessonId::slug)
        .filter(slug -> slug.matches(System.getProperty("lesson", ".*")));
  }

  @BeforeEach
  void setUp() {
    rehearsal = new Rehearsal(folder);
  }

  @AfterEach
  void tearDown() throws InterruptedException {
    rehearsal.reset();
    rehearsal.close();
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void no_step_passes_on_an_untouched_engine(String slug) {
    Lesson lesson = rehearsal.lesson(slug);
    Judge judge = new Judge(rehearsal.engine, new LiveProbes(rehearsal.engine), rehearsal.commands);

    List<String> passed = new ArrayList<>();
    for (Step step : lesson.steps()) {
      List<Verdict> verdicts = judge.judge(step.checks(), History.NONE, Variables.NONE);
      if (verdicts.stream().allMatch(Verdict.Passed.class::isInstance)) {
        passed.add(step.id().slug());
      }
    }

    assertThat(passed).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void every_solution_passes_twice_in_a_row_and_no_step_is_done_before(String slug)
      throws InterruptedException {
    Lesson lesson = rehearsal.lesson(slug);
    for (int run = 1; run <= 2; run++) {
      World before = rehearsal.world();
      rehearsal.openAt(lesson, lesson.steps().getFirst());
      for (Step step : lesson.steps()) {
        String untouched = rehearsal.type(":check");
        assertThat(rehearsal.isOpen(step))
            .as("%s/%s is open, run %d: %s", slug, step.id(), run, untouched)
            .isTrue();

        String read = rehearsal.type(step.solution());

        assertThat(rehearsal.isOpen(step))
            .as("%s/%s is done by its solution, run %d: %s", slug, step.id(), run, read)
            .isFalse();
      }
      assertThat(rehearsal.openStep()).as("the end of %s", slug).isEmpty();
      rehearsal.reset();
      assertThat(containers(rehearsal.world()))
          .as("what %s leaves", slug)
          .isEqualTo(containers(before));
    }
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void every_other_right_answer_passes(String slug) throws InterruptedException {
    Lesson lesson = rehearsal.lesson(slug);
    List<String> refused = new ArrayList<>();
    for (Step step : lesson.steps()) {
      for (Script answer : step.accept()) {
        rehearsal.openAt(lesson, step);
        String read = rehearsal.type(answer);
        if (rehearsal.isOpen(step)) {
          refused.add("%s/%s refuses `%s`:%n%s".formatted(slug, step.id(), answer.text(), read));
        }
        rehearsal.reset();
      }
    }
    assertThat(refused).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void every_mistake_fails_and_the_learner_reads_why(String slug) throws InterruptedException {
    Lesson lesson = rehearsal.lesson(slug);
    List<String> wrong = new ArrayList<>();
    for (Step step : lesson.steps()) {
      for (Step.Mistake mistake : step.mistakes()) {
        rehearsal.openAt(lesson, step);
        String read = rehearsal.type(mistake.attempt());
        String unwrapped =
            read.substring(0, read.indexOf("--- the shell said:")).replaceAll("\\s+", " ");
        List<String> missing =
            mistake.says().stream().filter(words -> !unwrapped.contains(words)).toList();
        if (!rehearsal.isOpen(step)) {
          wrong.add(
              "%s/%s takes `%s` for right:%n%s"
                  .formatted(slug, step.id(), mistake.attempt().text(), read));
        } else if (!missing.isEmpty()) {
          wrong.add(
              "%s/%s on `%s` does not say %s:%n%s"
                  .formatted(slug, step.id(), mistake.attempt().text(), missing, read));
        }
        rehearsal.reset();
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static List<String> containers(World world) {
    return world.containers().stream().map(World.ContainerSummary::id).sorted().toList();
  }
}
