package dev.ropewalk.session;

import static dev.ropewalk.session.SampleVerdict.FAILED;
import static dev.ropewalk.session.SampleVerdict.PASSED;
import static dev.ropewalk.session.SampleWorld.REDIS_ONLY;
import static dev.ropewalk.session.SampleWorld.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.command.Creations;
import dev.ropewalk.journal.Entry;
import dev.ropewalk.lesson.StepId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stage of a step is set again, from whatever is there; all that is said is looked at. */
final class StageSettingTest {
  @TempDir private Path folder;

  @Test
  void a_wrong_attempt_that_holds_the_name_is_removed_before_the_solution_after_a_yes() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(FAILED, FAILED);

    play.typed(":skip").looked(with("box"));

    assertThat(play.said())
        .containsExactly(
            new Message.StagePlan(
                "To do this step, ropewalk runs:",
                List.of(
                    "docker rm -f -v box000000000   # box",
                    "docker create --name box redis",
                    "docker start box")));
    assertThat(play.only(Effect.Ready.class).prompt().question()).isEqualTo(Prompt.Question.RUN);

    assertThat(play.typed("y").line()).isEqualTo("docker rm -f -v box000000000");
    play.happens("destroy", "box").finished("rm").looked(REDIS_ONLY);
    assertThat(play.line()).isEqualTo("docker create --name box redis");
    assertThat(play.openStep().events()).as("what was tried is forgotten").isEmpty();
  }

  @Test
  void a_no_changes_nothing() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(FAILED, FAILED);

    play.typed(":skip").looked(with("box")).typed("n");

    assertThat(play.said()).containsExactly(new Message.Note("Nothing was run."));
    assertThat(play.did()).containsExactly(Effect.Ready.class, Effect.Verify.class);
    assertThat(play.openStep().acts()).hasSize(1);
  }

  @Test
  void a_container_that_ended_and_got_another_name_is_put_back() {
    Rehearsal play =
        Rehearsal.atSecondStep(folder).typed(":retry").looked(SampleWorld.boxKilledAs("other"));

    assertThat(play.plan())
        .isEqualTo(
            new Message.StagePlan(
                "To bring the engine back to the beginning of this step, ropewalk runs:",
                List.of(
                    "docker rename box000000000 box   # other",
                    "docker start box000000000   # other")));

    assertThat(play.typed("y").line()).isEqualTo("docker rename box000000000 box");
    assertThat(play.finished("rename").line()).isEqualTo("docker start box000000000");
    play.finished("start").looked(with("box"));
    assertThat(play.said()).hasExactlyElementsOfTypes(Message.StepText.class);
    assertThat(play.did()).containsExactly(Effect.Ready.class);
    assertThat(play.state().number()).isEqualTo(2);
  }

  @Test
  void a_retry_with_the_stage_set_forgets_what_was_typed_and_keeps_finished_steps() {
    Rehearsal play =
        Rehearsal.atSecondStep(folder).typed("docker ps").finished("docker ps").looked(with("box"));
    play.judged(FAILED);

    play.typed(":retry").looked(with("box"));

    assertThat(play.said()).hasExactlyElementsOfTypes(Message.StepText.class);
    assertThat(play.openStep().acts()).isEmpty();
    assertThat(play.state().standing().done()).hasSize(1);
  }

  @Test
  void who_begins_a_step_again_begins_it_at_this_moment_whatever_was_seen_of_it() {
    Rehearsal play = Rehearsal.atSecondStep(folder);
    Instant before = play.openStep().opened();

    play.after(Duration.ofSeconds(7)).typed(":retry").looked(with("box"));

    assertThat(play.openStep().opened()).isEqualTo(before.plusSeconds(7));
  }

  @Test
  void what_is_somebody_elses_is_never_in_the_plan() {
    Rehearsal play = Rehearsal.atSecondStep(folder).typed(":retry").looked(with("box", "alien"));

    assertThat(play.said()).hasExactlyElementsOfTypes(Message.StepText.class);
  }

  @Test
  void what_is_gone_for_good_is_made_again_by_the_steps_before() {
    Rehearsal play = Rehearsal.atSecondStep(folder).typed(":skip").looked(REDIS_ONLY);

    assertThat(play.plan().lines())
        .containsExactly("docker create --name box redis", "docker start box", ":answer 42");
    play.typed("y").looked(REDIS_ONLY);
    assertThat(play.journal()).contains(new Entry.StageRebuilt(new StepId("say-it")));
    play.happens("create", "new").finished("docker create --name new redis");
    play.happens("start", "new").finished("start").looked(with("new"));
    play.judged(PASSED, PASSED).woken().judged(PASSED, PASSED);

    assertThat(play.only(Effect.Expand.class).words()).isEqualTo("42");
    play.input(Rehearsal.expanded("42")).looked(with("new")).judged(PASSED);
    assertThat(play.said())
        .hasExactlyElementsOfTypes(
            Message.Verdicts.class, Message.StepDone.class, Message.StepText.class);
    assertThat(play.state().number()).isEqualTo(3);
    assertThat(play.state().standing().done())
        .as("who did a step at first is kept")
        .containsExactly(
            Map.entry(new StepId("start-it"), Entry.How.SOLVED),
            Map.entry(new StepId("say-it"), Entry.How.SKIPPED));
  }

  @Test
  void a_solution_that_fails_is_tried_from_the_start_once_and_then_given_up() {
    Rehearsal play = Rehearsal.opened(folder).typed(":skip").looked(REDIS_ONLY);
    play.finished("create").finished("start").looked(REDIS_ONLY).judged(FAILED, FAILED);

    play.looked(REDIS_ONLY);
    assertThat(play.said()).containsExactly(play.plan());
    assertThat(play.plan().why()).isEqualTo(Phrases.SOLUTION_FAILED);
    play.typed("y").looked(REDIS_ONLY);
    play.finished("create").finished("start").looked(REDIS_ONLY).judged(FAILED, FAILED);

    assertThat(play.said())
        .hasExactlyElementsOfTypes(Message.Verdicts.class, Message.Note.class)
        .endsWith(new Message.Note(Phrases.GAVE_UP));
    assertThat(play.did()).containsExactly(Effect.Ready.class);
    assertThat(play.state().errand()).isEmpty();
  }

  @Test
  void a_rebuild_that_was_cut_short_is_offered_again() {
    Rehearsal play =
        Rehearsal.atSecondStep(folder)
            .typed(":retry")
            .looked(REDIS_ONLY)
            .typed("y")
            .looked(REDIS_ONLY);
    assertThat(play.state().number()).isEqualTo(1);

    Rehearsal next = play.again().open("first").looked(REDIS_ONLY);
    next.input(new Input.Recalled(List.of(), Creations.NONE));

    assertThat(next.state().standing().done()).hasSize(1);
    assertThat(next.plan().lines())
        .containsExactly("docker create --name box redis", "docker start box");
    assertThat(next.only(Effect.Ready.class).prompt().question()).isEqualTo(Prompt.Question.RUN);
  }
}
