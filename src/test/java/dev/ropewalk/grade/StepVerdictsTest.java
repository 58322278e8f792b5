package dev.ropewalk.grade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.lesson.StepId;
import dev.ropewalk.session.Message;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is told of a step that is not done. */
final class StepVerdictsTest {
  private static final StepId STEP = new StepId("limit-it");
  private static final Verdict PASSED = new Verdict.Passed();

  private final StepVerdicts verdicts = new StepVerdicts();

  private static Verdict failed(String says) {
    return new Verdict.Failed(
        "this",
        "that",
        new Diagnosis(Diagnosis.Progress.WRONG_DETAIL, says, ""),
        Verdict.Outlook.FINAL);
  }

  private void hear(String line, Verdict... all) {
    List<Message.Verdicts.Line> lines =
        Arrays.stream(all).map(verdict -> new Message.Verdicts.Line("It is so", verdict)).toList();
    verdicts.hear(
        List.of(new Message.Verdicts(lines, Message.Verdicts.Detail.values()[0])), line, Set.of());
  }

  @Test
  void what_later_lines_have_taken_back_is_told_with_the_line_after_which_it_was() {
    hear("docker ps", failed("nothing"), failed("nothing"));
    hear("docker run -m 128m", PASSED, failed("It has 128m."));
    hear("docker rm", failed("gone"), failed("gone"));

    assertThat(verdicts.leave(STEP))
        .contains(
            "The step `limit-it` was nearest to its end after `docker run -m 128m`. It has 128m.");
    assertThat(verdicts.all().get(STEP)).containsExactly(failed("gone"), failed("gone"));
  }

  @Test
  void of_lines_that_came_as_near_the_last_one_is_told() {
    hear("one", PASSED, failed("first"));
    hear("two", PASSED, failed("second"));
    hear("three", failed("gone"), failed("gone"));

    assertThat(verdicts.leave(STEP).orElseThrow()).contains("`two`", "second");
  }

  @Test
  void a_step_that_is_left_at_its_nearest_needs_no_words() {
    hear("one", failed("gone"), failed("gone"));
    hear("two", PASSED, failed("second"));

    assertThat(verdicts.leave(STEP)).isEmpty();
  }

  @Test
  void what_was_near_in_one_step_is_nothing_to_the_next() {
    hear("one", PASSED, failed("first"));
    assertThat(verdicts.leave(STEP)).isEmpty();
    hear("two", failed("gone"), failed("gone"));

    assertThat(verdicts.leave(new StepId("other"))).isEmpty();
  }
}
