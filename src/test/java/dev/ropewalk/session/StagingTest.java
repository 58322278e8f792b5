package dev.ropewalk.session;

import static dev.ropewalk.session.SampleVerdict.FAILED;
import static dev.ropewalk.session.SampleVerdict.PASSED;
import static dev.ropewalk.session.SampleWorld.REDIS_ONLY;
import static dev.ropewalk.session.SampleWorld.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.LearnerAct;
import dev.ropewalk.command.Creations;
import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.Exchange;
import dev.ropewalk.engine.ObjectKind;
import dev.ropewalk.engine.Outcome;
import dev.ropewalk.engine.World;
import dev.ropewalk.journal.Entry;
import dev.ropewalk.lesson.StepId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stage of a step is set again, from whatever is there; all that is said is looked at. */
final class StagingTest {
  @TempDir private Path folder;

  private static World changed(String name, ContainerState state, String... others) {
    List<World.ContainerSummary> all = new java.util.ArrayList<>(with(others).containers());
    World.ContainerSummary was = with("box").containers().getFirst();
    all.add(
        new World.ContainerSummary(
            was.id(),
            name,
            was.image(),
            was.imageId(),
            was.created(),
            state,
            state == ContainerState.EXITED ? OptionalInt.of(255) : OptionalInt.empty(),
            was.ports(),
            was.networks(),
            was.labels()));
    return new World(all, REDIS_ONLY.images(), List.of(), List.of());
  }

  /** At the second step, with the container of the first one running. */
  private Rehearsal atSecond() {
    return Rehearsal.opened(folder).firstStepDone();
  }

  private static Message.StagePlan plan(Rehearsal play) {
    return (Message.StagePlan) play.said().getLast();
  }

  @Test
  void a_wrong_attempt_that_holds_the_name_is_removed_before_the_solution_after_a_yes() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(FAILED, FAILED);

    play.typed(":skip").looked(with("box"));

    assertThat(play.said())
        .containsExactly(
            new Message.StagePlan(
                "To do this step, ropewalk runs:",
                List.of(
                    "docker rm -f -v box000000000",
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
    Rehearsal play = atSecond().typed(":retry").looked(changed("other", ContainerState.EXITED));

    assertThat(plan(play))
        .isEqualTo(
            new Message.StagePlan(
                "To bring the engine back to the beginning of this step, ropewalk runs:",
                List.of("docker rename box000000000 box", "docker start box000000000")));

    assertThat(play.typed("y").line()).isEqualTo("docker rename box000000000 box");
    assertThat(play.finished("rename").line()).isEqualTo("docker start box000000000");
    play.finished("start").looked(with("box"));
    assertThat(play.said()).hasExactlyElementsOfTypes(Message.StepText.class);
    assertThat(play.did()).containsExactly(Effect.Ready.class);
    assertThat(play.state().number()).isEqualTo(2);
  }

  @Test
  void a_retry_with_the_stage_set_forgets_what_was_typed_and_keeps_finished_steps() {
    Rehearsal play = atSecond().typed("docker ps").finished("docker ps").looked(with("box"));
    play.judged(FAILED);

    play.typed(":retry").looked(with("box"));

    assertThat(play.said()).hasExactlyElementsOfTypes(Message.StepText.class);
    assertThat(play.openStep().acts()).isEmpty();
    assertThat(play.state().standing().done()).hasSize(1);
  }

  @Test
  void what_is_somebody_elses_is_never_in_the_plan() {
    Rehearsal play = atSecond().typed(":retry").looked(with("box", "alien"));

    assertThat(play.said()).hasExactlyElementsOfTypes(Message.StepText.class);
  }

  @Test
  void what_is_gone_for_good_is_made_again_by_the_steps_before() {
    Rehearsal play = atSecond().typed(":skip").looked(REDIS_ONLY);

    assertThat(plan(play).lines())
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
    assertThat(play.said()).containsExactly(plan(play));
    assertThat(plan(play).why()).isEqualTo(Phrases.SOLUTION_FAILED);
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
    Rehearsal play = atSecond().typed(":retry").looked(REDIS_ONLY).typed("y").looked(REDIS_ONLY);
    assertThat(play.state().number()).isEqualTo(1);

    Rehearsal next = play.again().open("first").looked(REDIS_ONLY);
    next.input(new Input.Recalled(List.of(), Creations.NONE));

    assertThat(next.state().standing().done()).hasSize(1);
    assertThat(plan(next).lines())
        .containsExactly("docker create --name box redis", "docker start box");
    assertThat(next.only(Effect.Ready.class).prompt().question()).isEqualTo(Prompt.Question.RUN);
  }

  @Test
  void an_engine_that_was_restarted_is_noticed_on_another_day() {
    World exited = changed("box", ContainerState.EXITED);

    Rehearsal next = atSecond().again().open("first").looked(exited);

    assertThat(next.said())
        .hasExactlyElementsOfTypes(
            Message.StepText.class, Message.Note.class, Message.StagePlan.class)
        .contains(
            new Message.Note(
                "Something has changed while nobody looked: `box` was running and is exited (exit"
                    + " code 255). `:retry` sets the stage of this step again."));
    assertThat(plan(next).lines()).containsExactly("docker start box000000000");
    assertThat(next.typed("y").line()).isEqualTo("docker start box000000000");
  }

  @Test
  void an_engine_that_was_restarted_is_noticed_at_the_prompt() {
    Rehearsal play = atSecond().lost().back().looked(changed("box", ContainerState.EXITED));

    assertThat(play.said()).hasExactlyElementsOfTypes(Message.Note.class);
    assertThat(play.did()).containsExactly(Effect.Reprompt.class, Effect.Verify.class);
  }

  @Test
  void an_engine_that_stopped_it_itself_as_it_started_again_is_noticed_too() {
    Rehearsal play = atSecond().lost().happens("die", "box").happens("stop", "box").back();

    play.looked(changed("box", ContainerState.EXITED));

    assertThat(play.said())
        .containsExactly(
            new Message.Note(
                "Something has changed while nobody looked: `box` was running and is exited (exit"
                    + " code 255). `:retry` sets the stage of this step again."));
  }

  @Test
  void a_stop_by_the_learner_is_no_surprise() {
    Rehearsal play = atSecond().happens("die", "box").input(new Input.Greeted());

    Rehearsal next = play.again().open("first").looked(changed("box", ContainerState.EXITED));

    assertThat(next.said()).hasExactlyElementsOfTypes(Message.StepText.class);
  }

  @Test
  void what_the_engine_remembers_of_a_line_that_was_cut_off_counts() {
    Rehearsal play = Rehearsal.opened(folder).typed("docker run -d --name box redis");
    Rehearsal next = play.again().open("first").looked(with("box", "alien"));
    assertThat(next.only(Effect.Recall.class))
        .isEqualTo(new Effect.Recall(play.now(), "docker run -d --name box redis"));

    next.input(
        new Input.Recalled(
            List.of(
                next.event("create", "alien"),
                next.event("create", "box"),
                next.event("start", "box")),
            Rehearsal.asked("docker run -d --name box redis")));

    assertThat(next.said())
        .containsExactly(next.said().getFirst(), new Message.Note(Phrases.RECALLED));
    assertThat(next.state().standing().owned()).containsExactly(next.event("create", "box"));
    assertThat(next.openStep().events())
        .containsExactly(next.event("create", "box"), next.event("start", "box"));
    assertThat(next.openStep().begun()).isEmpty();
  }

  private Rehearsal cutOff(String line, String... actions) {
    Rehearsal next = Rehearsal.opened(folder).typed(line).again().open("first").looked(with("box"));
    return next.input(
        new Input.Recalled(
            Stream.of(actions).map(action -> next.event(action, "box")).toList(),
            Rehearsal.asked(line)));
  }

  @Test
  void a_line_that_was_cut_off_is_an_act_of_the_learner_if_it_did_something() {
    assertThat(cutOff("docker run -d --name box redis", "create", "start").openStep().acts())
        .containsExactly(LearnerAct.Line.cutOff("docker run -d --name box redis"));
    assertThat(cutOff("docker run -d --name box redis").openStep().acts()).isEmpty();
  }

  @Test
  void what_a_line_that_was_cut_off_left_half_done_can_be_undone_at_once() {
    Rehearsal next = cutOff("docker run -d --name box redis", "create");

    next.judged(FAILED, FAILED).looked(with("box"));

    assertThat(next.said())
        .containsExactly(
            new Message.StagePlan(
                "To bring the engine back to the beginning of this step, ropewalk runs:",
                List.of("docker rm -f -v box000000000")));
    assertThat(next.typed("y").line()).isEqualTo("docker rm -f -v box000000000");
    next.finished("rm").looked(REDIS_ONLY);
    assertThat(next.openStep().isUntouched()).isTrue();
    assertThat(next.did()).containsExactly(Effect.Ready.class);
  }

  @Test
  void what_a_recorder_saw_a_script_create_before_the_kill_is_the_lessons() {
    Rehearsal play = Rehearsal.opened(folder).typed("./start.sh");
    play.input(
        new Input.Asked(
            new Exchange(
                1,
                "line 1",
                "",
                play.now(),
                Duration.ZERO,
                "POST",
                "/containers/create",
                Map.of(),
                201,
                "",
                List.of(
                    new Outcome.Created(
                        ObjectKind.CONTAINER, SampleWorld.id("box"), "box", Outcome.Before.ABSENT)),
                Exchange.Ending.COMPLETE)));

    Rehearsal next = play.again().open("first").looked(with("box", "alien"));
    next.input(
        new Input.Recalled(
            List.of(next.event("create", "alien"), next.event("create", "box")),
            Rehearsal.asked("./start.sh")));

    assertThat(next.state().standing().owned()).containsExactly(next.event("create", "box"));
  }

  @Test
  void a_kill_while_that_is_asked_has_it_asked_again() {
    Rehearsal asked =
        cutOff("docker run -d --name box redis", "create")
            .judged(FAILED, FAILED)
            .looked(with("box"));

    Rehearsal next = asked.again().open("first").looked(with("box"));
    next.judged(FAILED, FAILED).looked(with("box"));

    assertThat(plan(next).lines()).containsExactly("docker rm -f -v box000000000");
    assertThat(next.openStep().acts()).hasSize(1);
  }

  @Test
  void what_came_of_a_line_that_had_ended_but_was_not_judged_is_asked_for() {
    String line = "docker run -d --name box redis";
    Rehearsal play = Rehearsal.opened(folder).typed(line).finished(line);

    Rehearsal next = play.again().open("first").looked(with("box"));
    assertThat(next.only(Effect.Recall.class).line()).isEqualTo(line);
    next.input(
        new Input.Recalled(
            List.of(next.event("create", "box"), next.event("start", "box")),
            Rehearsal.asked(line)));
    next.judged(PASSED, PASSED).woken().judged(PASSED, PASSED);

    assertThat(next.state().number()).isEqualTo(2);
    assertThat(next.state().standing().owned()).hasSize(1);
  }

  @Test
  void a_line_that_was_judged_is_not_asked_for_again() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(FAILED, FAILED);

    assertThat(play.again().open("first").looked(with("box")).did())
        .containsExactly(Effect.Ready.class, Effect.Verify.class);
  }

  @Test
  void an_engine_that_does_not_answer_then_leaves_the_line_on_record() {
    Rehearsal play = Rehearsal.opened(folder).typed("docker run -d --name box redis");

    Rehearsal next = play.again().open("first").looked(with("box")).lookFailed();

    assertThat(next.did()).containsExactly(Effect.Ready.class);
    assertThat(next.again().open("first").looked(with("box")).did())
        .containsExactly(Effect.Recall.class);
  }
}
