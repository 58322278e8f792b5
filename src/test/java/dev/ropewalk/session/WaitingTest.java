package dev.ropewalk.session;

import static dev.ropewalk.session.SampleVerdict.FAILED;
import static dev.ropewalk.session.SampleVerdict.PASSED;
import static dev.ropewalk.session.SampleVerdict.PENDING;
import static dev.ropewalk.session.SampleWorld.REDIS_ONLY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is waited for, and how long. */
final class WaitingTest {
  private static final Duration POLL = Duration.ofMillis(100);

  @TempDir private Path folder;

  @Test
  void a_failure_that_time_may_mend_is_waited_for() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(PENDING, PASSED);

    assertThat(play.effects()).containsExactly(new Effect.Wake(play.state().round(), POLL));
    assertThat(play.woken().did()).containsExactly(Effect.Verify.class);
  }

  @Test
  void a_failure_that_time_cannot_mend_is_told_at_once() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(PENDING, FAILED);

    assertThat(play.did()).containsExactly(Effect.Ready.class);
  }

  /** The engine hangs, or a script of the step takes its time. */
  @Test
  void checks_that_take_long_are_waited_for_with_a_word() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").woken();

    assertThat(play.said()).containsExactly(new Message.Waiting(Phrases.CHECKS));
    assertThat(play.did()).isEmpty();
    assertThat(play.input(new Input.Interrupted()).did()).containsExactly(Effect.Ready.class);
  }

  @Test
  void waiting_ends_at_the_deadline() {
    Rehearsal play = Rehearsal.opened(folder).runs("box");

    play.after(Duration.ofMillis(4999)).judged(PENDING, PASSED);
    assertThat(play.did()).containsExactly(Effect.Wake.class);
    play.woken().judged(PENDING, PASSED);

    assertThat(play.did()).containsExactly(Effect.Ready.class);
  }

  @Test
  void at_the_deadline_the_last_difference_is_told_and_not_the_first() {
    Rehearsal play = Rehearsal.opened(folder).runs("box");

    play.judged(pending("It is created."), PASSED).woken();
    play.judged(pending("It is exited."), PASSED).after(Duration.ofSeconds(5)).woken();
    play.judged(pending("It is dead."), PASSED);

    assertThat(play.said())
        .singleElement()
        .isInstanceOfSatisfying(
            Message.Verdicts.class,
            told ->
                assertThat(told.lines().getFirst().verdict()).isEqualTo(pending("It is dead.")));
  }

  private static Verdict pending(String says) {
    return new Verdict.Failed(
        "running",
        says,
        new Diagnosis(Diagnosis.Progress.WRONG_STATE, says, ""),
        Verdict.Outlook.MAY_CHANGE);
  }

  @Test
  void a_container_that_crashes_again_and_again_never_holds() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(PASSED, PASSED);

    for (int i = 0; i < 4; i++) {
      play.after(Duration.ofMillis(800)).happens("die", "box").judged(PENDING, PASSED);
      play.after(Duration.ofMillis(100)).happens("start", "box").judged(PASSED, PASSED);
    }
    assertThat(play.state().number()).as("it ran for seconds, but never for one").isEqualTo(1);
    play.woken().judged(PASSED, PASSED);
    assertThat(play.did())
        .as("the next step begins with what is there then")
        .containsExactly(Effect.Look.class);
    play.looked(SampleWorld.with("box"));

    assertThat(play.state().number()).isEqualTo(2);
  }

  @Test
  void the_deadline_counts_from_the_last_event() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(PENDING, PASSED);

    play.after(Duration.ofSeconds(4)).happens("restart", "box");
    assertThat(play.did()).containsExactly(Effect.Verify.class);
    play.after(Duration.ofSeconds(4)).judged(PENDING, PASSED);

    assertThat(play.did()).containsExactly(Effect.Wake.class);
  }

  @Test
  void what_happens_to_something_else_or_changes_nothing_is_not_waited_for() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(PENDING, PASSED);
    play.after(Duration.ofSeconds(5)).woken().judged(PENDING, PASSED);
    assertThat(play.did()).containsExactly(Effect.Ready.class);

    play.typed("docker exec box true");
    play.happens("exec_create", "box").happens("exec_start", "box").happens("exec_die", "box");
    play.finished("docker exec box true").looked(SampleWorld.with("box")).judged(PENDING, PASSED);

    assertThat(play.did()).containsExactly(Effect.Ready.class);
  }

  @Test
  void who_waits_for_longer_is_told_once_for_what() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(PENDING, PASSED);
    assertThat(play.said()).isEmpty();

    play.after(Duration.ofMillis(500)).woken().judged(PENDING, PASSED);
    assertThat(play.said())
        .containsExactly(
            new Message.Waiting(play.state().step().get().checks().getFirst().sentence()));
    play.after(Duration.ofMillis(500)).woken().judged(PENDING, PASSED);

    assertThat(play.said()).isEmpty();
  }

  @Test
  void without_any_event_nothing_is_waited_for() {
    Rehearsal play = Rehearsal.opened(folder).typed("docker ps").finished("docker ps");

    play.looked(REDIS_ONLY).judged(PENDING, PASSED);

    assertThat(play.did()).containsExactly(Effect.Ready.class);
  }

  @Test
  void what_must_hold_is_done_only_when_it_has_held() {
    Rehearsal play = Rehearsal.opened(folder).runs("box");

    play.after(Duration.ofMillis(400)).judged(PASSED, PASSED);
    assertThat(play.effects())
        .containsExactly(new Effect.Wake(play.state().round(), Duration.ofMillis(600)));
    play.woken().judged(PASSED, PASSED);

    assertThat(play.state().number()).isEqualTo(2);
  }

  @Test
  void an_event_begins_the_holding_again() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(PASSED, PASSED);

    play.after(Duration.ofMillis(900)).happens("die", "box").judged(PASSED, PASSED);

    assertThat(play.only(Effect.Wake.class).after()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void what_fails_while_it_must_hold_is_not_done() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(PASSED, PASSED);

    play.woken().judged(FAILED, PASSED);

    assertThat(play.said()).hasExactlyElementsOfTypes(Message.Verdicts.class);
    assertThat(play.state().number()).isEqualTo(1);
  }

  @Test
  void verdicts_of_an_older_round_are_ignored() {
    Rehearsal play = Rehearsal.opened(folder).runs("box");
    long old = play.state().round();
    play.happens("die", "box");

    play.judged(old, PASSED, PASSED);

    assertThat(play.effects()).isEmpty();
  }

  @Test
  void verdicts_that_come_twice_are_heard_once() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(PASSED, PASSED).woken();
    long round = play.state().round();
    play.judged(PASSED, PASSED);

    assertThat(play.judged(round, PASSED, PASSED).effects()).isEmpty();
  }

  @Test
  void a_tick_of_an_older_round_is_ignored_so_that_rounds_do_not_multiply() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(PENDING, PASSED);
    long old = play.only(Effect.Wake.class).round();
    play.happens("die", "box");

    play.input(new Input.Tick(old));

    assertThat(play.effects()).isEmpty();
  }

  @Test
  void a_tick_after_the_step_is_done_does_nothing() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(PASSED, PASSED);
    long old = play.only(Effect.Wake.class).round();
    play.woken().judged(PASSED, PASSED);

    play.input(new Input.Tick(old));

    assertThat(play.effects()).isEmpty();
  }

  @Test
  void an_interrupt_ends_the_waiting_with_what_is_known() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(PENDING, PASSED);

    play.input(new Input.Interrupted());

    assertThat(play.said()).hasExactlyElementsOfTypes(Message.Verdicts.class);
    assertThat(play.did()).containsExactly(Effect.Ready.class);
  }

  @Test
  void an_interrupt_before_the_first_verdict_tells_nothing_old() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(FAILED, FAILED);
    play.typed(":check").looked(SampleWorld.with("box"));

    play.input(new Input.Interrupted());

    assertThat(play.effects()).hasExactlyElementsOfTypes(Effect.Ready.class);
  }

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

  @Test
  void the_end_of_a_line_that_nobody_started_is_ignored() {
    assertThat(Rehearsal.opened(folder).finished("docker ps").effects()).isEmpty();
  }
}
