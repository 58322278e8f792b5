package dev.ropewalk.session;

import static dev.ropewalk.session.SampleVerdict.FAILED;
import static dev.ropewalk.session.SampleVerdict.PASSED;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is judged while a learner is at the prompt. */
final class PromptJudgingTest {
  @TempDir private Path folder;

  @Test
  void an_interrupt_at_the_prompt_does_nothing() {
    assertThat(Rehearsal.opened(folder).input(new Input.Interrupted()).effects()).isEmpty();
  }

  @Test
  void a_step_that_comes_true_at_the_prompt_is_told_without_taking_the_turn() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(FAILED, PASSED);

    play.happens("unpause", "box");
    assertThat(play.did()).containsExactly(Effect.Verify.class);
    play.judged(PASSED, PASSED).woken().judged(PASSED, PASSED);

    assertThat(play.said())
        .hasExactlyElementsOfTypes(
            Message.Verdicts.class, Message.StepDone.class, Message.StepText.class);
    assertThat(play.did()).containsExactly(Effect.Reprompt.class);
  }

  @Test
  void what_fails_at_the_prompt_is_not_told() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(FAILED, PASSED);

    play.happens("die", "box").judged(FAILED, PASSED);

    assertThat(play.effects()).isEmpty();
  }

  @Test
  void a_line_typed_while_the_prompt_is_judged_keeps_the_turn_until_it_has_ended() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(FAILED, PASSED);
    play.happens("unpause", "box");
    play.typed("docker ps");

    play.judged(PASSED, PASSED);
    assertThat(play.effects()).isEmpty();
    play.finished("docker ps").looked(SampleWorld.with("box"));

    assertThat(play.did()).containsExactly(Effect.Verify.class, Effect.Wake.class);
  }

  @Test
  void a_step_that_comes_true_during_a_question_is_told_after_the_answer() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(FAILED, PASSED);
    play.happens("unpause", "box");
    play.typed(":reset").looked(SampleWorld.with("box"));

    play.judged(PASSED, PASSED);
    assertThat(play.effects()).isEmpty();
    play.typed("no");

    assertThat(play.did()).containsExactly(Effect.Ready.class, Effect.Verify.class);
  }

  @Test
  void a_step_that_comes_true_while_the_engine_is_drawn_is_told_after_that() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(FAILED, PASSED);
    play.happens("unpause", "box").typed(":state");

    play.judged(PASSED, PASSED);
    assertThat(play.effects()).isEmpty();
    play.looked(SampleWorld.with("box"));

    assertThat(play.did()).containsExactly(Effect.Ready.class, Effect.Verify.class);
  }
}
