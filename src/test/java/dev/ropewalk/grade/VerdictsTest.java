package dev.ropewalk.grade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.StepId;
import dev.ropewalk.scorecard.Status;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Why a step has no verdict. */
final class VerdictsTest {
  private static final Assignment.Part PART =
      Assignment.Part.of(Course.open(Path.of("")).lesson(new LessonId("images-and-containers")));
  private static final StepId FIRST = PART.lesson().steps().getFirst().id();
  private static final StepId SECOND = PART.lesson().steps().get(1).id();

  @Test
  void a_step_that_the_shell_did_not_live_to_see_says_so() {
    String why = "It was not judged. The shell ended with `exit`.";

    var steps = Verdicts.of(PART, Map.of(), Set.of(FIRST), Map.of(SECOND, why), Map.of()).steps();

    assertThat(steps)
        .extracting(step -> step.status())
        .startsWith(Status.FAILED, Status.FAILED, Status.BLOCKED);
    assertThat(List.of(steps.get(0).says(), steps.get(1).says(), steps.get(2).says()))
        .containsExactly(
            "It was skipped: ropewalk did it.",
            why,
            "It was not reached: a step before it is not done.");
  }

  @Test
  void who_ends_the_replay_before_any_step_was_judged_has_failed() {
    String why = "It was not judged. The shell ended with `exit 0`.";
    Map<StepId, String> all = new HashMap<>();
    PART.lesson().steps().forEach(step -> all.put(step.id(), why));

    var lesson = Verdicts.of(PART, Map.of(), Set.of(), all, Map.of());

    assertThat(lesson.status()).isEqualTo(Status.FAILED);
    assertThat(lesson.points().earned()).isZero();
    assertThat(lesson.steps())
        .extracting(step -> step.status())
        .startsWith(Status.FAILED, Status.BLOCKED, Status.BLOCKED);
  }
}
