package dev.ropewalk.session;

import static dev.ropewalk.session.SampleVerdict.PASSED;
import static dev.ropewalk.session.SampleWorld.REDIS_ONLY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.Verdict;
import dev.ropewalk.engine.EngineEvent;
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

  /** An engine that is shut down ends its containers, takes no new connections, and goes. */
  @Test
  void what_the_engine_ends_on_its_way_is_nobodys_act() {
    Rehearsal play = Rehearsal.opened(folder).firstStepDone();
    int before = play.openStep().events().size();

    play.happens("kill", "box");
    assertThat(play.did()).containsExactly(Effect.Greet.class);
    play.happens("die", "box").happens("stop", "box");
    assertThat(play.did()).as("asked once").isEmpty();
    play.lost().back();

    assertThat(play.openStep().events()).hasSize(before);
    assertThat(play.did()).containsSubsequence(Effect.Look.class);
  }

  @Test
  void what_somebody_ends_counts_once_the_engine_is_known_to_live_on() {
    Rehearsal play = Rehearsal.opened(folder).firstStepDone();
    int before = play.openStep().events().size();
    play.happens("kill", "box").happens("die", "box");
    play.happens("network-disconnect", "box").happens("stop", "box");

    play.input(new Input.Greeted());

    assertThat(play.openStep().events())
        .extracting(EngineEvent::action)
        .endsWith("kill", "die", "network-disconnect", "stop")
        .hasSize(before + 4);
    assertThat(play.did()).contains(Effect.Verify.class);
  }

  @Test
  void what_a_line_ends_counts_whatever_the_engine_does_then() {
    Rehearsal play = Rehearsal.opened(folder).firstStepDone();
    play.typed("docker stop box").happens("kill", "box").happens("die", "box").lost();

    play.finished("docker stop box");

    assertThat(play.openStep().events()).extracting(EngineEvent::action).contains("kill", "die");
  }

  @Test
  void a_line_that_begins_meanwhile_takes_along_what_waits() {
    Rehearsal play = Rehearsal.opened(folder).firstStepDone().happens("die", "box");

    play.typed("ls").input(new Input.Greeted()).finished("ls");

    assertThat(play.openStep().events()).extracting(EngineEvent::action).contains("die");
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
