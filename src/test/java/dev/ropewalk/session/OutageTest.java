package dev.ropewalk.session;

import static dev.ropewalk.session.Rehearsal.PASSED;
import static dev.ropewalk.session.Rehearsal.REDIS_ONLY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a session does when the engine does not answer. */
final class OutageTest {
  private static final Verdict ERRORED = new Verdict.Errored("nobody is there");

  @TempDir private Path folder;

  @Test
  void a_lost_engine_is_told_once_and_so_is_its_return() {
    Rehearsal play = Rehearsal.opened(folder).lost();

    assertThat(play.said())
        .containsExactly(
            new Message.Trouble(
                "The engine does not answer: nobody is there. Your step is kept; ropewalk goes on when the engine is back."));
    assertThat(play.lost().said()).isEmpty();
    assertThat(play.back().said()).hasExactlyElementsOfTypes(Message.Note.class);
    assertThat(play.back().said()).isEmpty();
  }

  @Test
  void an_engine_that_is_back_is_judged_at_the_prompt() {
    Rehearsal play = Rehearsal.opened(folder).lost().back().looked(REDIS_ONLY);

    assertThat(play.did()).containsExactly(Effect.Verify.class);
  }

  @Test
  void a_look_that_fails_gives_the_turn_back() {
    Rehearsal play = Rehearsal.opened(folder).typed("docker ps").finished("docker ps");

    play.lookFailed();

    assertThat(play.said()).hasExactlyElementsOfTypes(Message.Trouble.class);
    assertThat(play.did()).containsExactly(Effect.Ready.class);
  }

  @Test
  void while_the_engine_is_lost_a_command_line_fails_in_silence_and_a_question_does_not() {
    Rehearsal play = Rehearsal.opened(folder).lost();

    assertThat(play.typed("docker ps").finished("docker ps").lookFailed().said()).isEmpty();
    assertThat(play.typed(":state").lookFailed().said())
        .hasExactlyElementsOfTypes(Message.Trouble.class);
    assertThat(play.typed(":check").lookFailed().said())
        .hasExactlyElementsOfTypes(Message.Trouble.class);
  }

  @Test
  void a_look_that_succeeds_means_that_the_engine_is_back() {
    Rehearsal play = Rehearsal.opened(folder).lost().typed(":state").looked(REDIS_ONLY);

    assertThat(play.said()).hasExactlyElementsOfTypes(Message.Note.class, Message.State.class);
  }

  @Test
  void a_lesson_that_cannot_be_looked_at_stays_shut_until_an_empty_line() {
    Rehearsal play = Rehearsal.in(folder).open("first").lookFailed();
    assertThat(play.state().number()).isZero();

    play.typed("").looked(REDIS_ONLY);

    assertThat(play.state().number()).isEqualTo(1);
  }

  @Test
  void what_could_not_be_judged_is_told_at_once_and_is_no_pass() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(ERRORED, PASSED);

    assertThat(play.did()).containsExactly(Effect.Ready.class, Effect.Wake.class);
    assertThat(play.state().number()).isEqualTo(1);
  }

  @Test
  void what_could_not_be_judged_is_looked_at_again_by_itself() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(ERRORED, PASSED);

    play.woken().judged(PASSED, PASSED);

    assertThat(play.state().number()).isEqualTo(2);
  }

  @Test
  void a_script_stops_when_the_engine_is_lost() {
    Rehearsal play = Rehearsal.opened(folder).typed(":skip").finished("x").finished("y");

    play.lookFailed();

    assertThat(play.state().errand()).isEmpty();
    assertThat(play.did()).containsExactly(Effect.Ready.class);
  }
}
