package dev.ropewalk.session;

import static dev.ropewalk.session.SampleVerdict.FAILED;
import static dev.ropewalk.session.SampleVerdict.PASSED;
import static dev.ropewalk.session.SampleVerdict.PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.engine.EngineEvent;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of all that is created belongs to the lesson, and from when on. */
final class CreationOwnershipTest {
  @TempDir private Path folder;

  private static final String BOX = "docker run -d --name box redis";

  @Test
  void what_a_line_asks_for_belongs_to_the_lesson_once_the_line_has_ended() {
    Rehearsal play =
        Rehearsal.opened(folder).typed(BOX).happens("create", "box").happens("start", "box");
    assertThat(play.state().standing().owned()).isEmpty();

    play.finished(BOX);

    assertThat(play.state().standing().owned()).hasSize(1);
    assertThat(play.openStep().events()).hasSize(2);
  }

  @Test
  void what_nothing_in_a_line_accounts_for_is_not_the_lessons() {
    Rehearsal play = Rehearsal.opened(folder).typed("eval 'sleep 3'; ./up.sh");

    play.happens("create", "alien").happens("start", "alien").finished("eval 'sleep 3'; ./up.sh");

    assertThat(play.state().standing().owned()).isEmpty();
    assertThat(play.openStep().events()).isEmpty();
  }

  @Test
  void a_background_job_makes_its_own_thing_after_the_prompt_is_back() {
    String line = "sleep 9 && docker run -d --name box redis &";
    Rehearsal play = Rehearsal.opened(folder).typed(line).finished(line);
    play.looked(SampleWorld.REDIS_ONLY).judged(FAILED, FAILED);

    play.typed("ls").finished("ls").looked(SampleWorld.REDIS_ONLY).judged(FAILED, FAILED);
    play.happens("create", "alien").happens("create", "box").happens("start", "box");

    assertThat(play.state().standing().owned())
        .extracting(EngineEvent::id)
        .containsExactly(SampleWorld.id("box"));
    assertThat(play.openStep().events()).hasSize(2);
  }

  @Test
  void what_a_job_was_asked_for_is_the_lessons_only_once() {
    String line = "docker run -d --name box redis &";
    Rehearsal play = Rehearsal.opened(folder).typed(line).happens("create", "box").finished(line);
    play.looked(SampleWorld.with("box")).judged(FAILED, FAILED);
    play.typed("ls").finished("ls").looked(SampleWorld.with("box")).judged(FAILED, FAILED);

    play.input(
        new Input.Happened(
            new EngineEvent.ToContainer(
                play.now(), "create", "another", "box", "redis", Map.of())));

    assertThat(play.state().standing().owned()).hasSize(1);
  }

  @Test
  void on_an_engine_of_its_own_all_that_is_created_is_the_lessons() {
    Rehearsal play = Rehearsal.in(folder).open("first");
    play.input(
        new Input.Looked(SampleWorld.REDIS_ONLY, new MachineFacts(Set.of(), Set.of(), true)));

    play.typed("./up.sh").happens("create", "box").finished("./up.sh");

    assertThat(play.state().standing().owned()).hasSize(1);
  }

  @Test
  void what_an_answer_creates_belongs_to_the_lesson() {
    Rehearsal play = Rehearsal.opened(folder).firstStepDone().typed(":answer $(" + BOX + ")");
    play.happens("create", "box").input(new Input.Expanded("0123", LineWords.asked(BOX)));

    assertThat(play.openStep().events()).hasSize(1);
  }

  @Test
  void a_late_birth_of_what_was_seen_after_the_line_counts_and_is_judged_again() {
    String line = "docker run -d redis";
    Rehearsal play = Rehearsal.opened(folder).typed(line).finished(line);

    play.looked(SampleWorld.with("calm_sea")).happens("create", "calm_sea");

    assertThat(play.state().standing().owned()).hasSize(1);
    assertThat(play.did()).containsExactly(Effect.Verify.class);
  }

  @Test
  void a_birth_during_the_judging_that_was_not_seen_after_the_line_is_somebody_elses() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(PENDING, PASSED);

    play.happens("create", "alien");

    assertThat(play.effects()).isEmpty();
  }

  @Test
  void a_birth_while_the_learner_only_asks_for_a_check_is_somebody_elses() {
    Rehearsal play = Rehearsal.opened(folder).typed(":check").happens("create", "alien");

    assertThat(play.openStep().events()).isEmpty();
  }
}
