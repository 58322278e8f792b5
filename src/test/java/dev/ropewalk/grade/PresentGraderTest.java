package dev.ropewalk.grade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.FakeProbes;
import dev.ropewalk.command.CommandTable;
import dev.ropewalk.engine.FakeEngine;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Seed;
import dev.ropewalk.scorecard.Scorecard;
import dev.ropewalk.scorecard.Status;
import dev.ropewalk.scorecard.StepResult;
import dev.ropewalk.verify.Judge;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An engine that is judged as it is. */
final class PresentGraderTest {
  private final FakeEngine engine = new FakeEngine();

  @Test
  void what_was_typed_is_blocked_and_what_is_not_there_fails() {
    Scorecard card = grade();

    List<StepResult> steps = card.lessons().getFirst().steps();
    assertThat(card.submission()).isEqualTo("ada");
    assertThat(card.status()).isEqualTo(Status.FAILED);
    assertThat(card.points().words()).isEqualTo("0 of 8 points");
    assertThat(steps.get(1).status()).isEqualTo(Status.BLOCKED);
    assertThat(steps.get(1).checks().getFirst().says())
        .isEqualTo("It waits for a record of what was typed.");
    assertThat(steps.get(2).status()).isEqualTo(Status.FAILED);
    assertThat(steps.get(2).checks().getFirst().says()).isNotEmpty();
  }

  private Scorecard grade() {
    Course course = Course.open(Path.of(""));
    Assignment assignment =
        new Assignment(
            course,
            List.of(Assignment.Part.of(course.lesson(new LessonId("images-and-containers")))),
            Seed.NONE,
            Assignment.Manner.EXAM,
            GradingLimits.USUAL);
    Judge judge = new Judge(engine, new FakeProbes(), new CommandTable(_ -> ""));
    return new PresentGrader(assignment, engine, judge).grade("ada");
  }
}
