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
        .first()
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
  void an_interrupt_ends_the_waiting_with_what_is_known() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(PENDING, PASSED);

    play.input(new Input.Interrupted());

    assertThat(play.said()).hasExactlyElementsOfTypes(Message.Verdicts.class, Message.Keys.class);
    assertThat(play.did()).containsExactly(Effect.Ready.class);
  }

  @Test
  void an_interrupt_before_the_first_verdict_tells_nothing_old() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(FAILED, FAILED);
    play.typed(":check").looked(SampleWorld.with("box"));

    play.input(new Input.Interrupted());

    assertThat(play.effects()).hasExactlyElementsOfTypes(Effect.Ready.class);
  }
}
