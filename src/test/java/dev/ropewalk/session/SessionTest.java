package dev.ropewalk.session;

import static dev.ropewalk.session.SampleVerdict.FAILED;
import static dev.ropewalk.session.SampleVerdict.PASSED;
import static dev.ropewalk.session.SampleWorld.REDIS_ONLY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.LearnerAct;
import dev.ropewalk.engine.World;
import dev.ropewalk.journal.Beginning;
import dev.ropewalk.journal.Entry;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Needs;
import dev.ropewalk.lesson.StepId;
import dev.ropewalk.session.Message.Verdicts.Detail;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of a lesson from its door to its end. */
final class SessionTest {
  @TempDir private Path folder;

  @Test
  void a_lesson_that_is_opened_is_looked_at_first() {
    Rehearsal play = Rehearsal.in(folder).open("second");

    assertThat(play.effects())
        .containsExactly(
            new Effect.Look(new Needs.Question(Set.of(12345), Set.of()), Freshness.ANEW));
  }

  @Test
  void a_lesson_opens_with_its_text_its_first_step_and_the_prompt() {
    Rehearsal play = Rehearsal.opened(folder);

    assertThat(play.said())
        .hasExactlyElementsOfTypes(
            Message.Welcome.class, Message.LessonText.class, Message.StepText.class);
    assertThat(play.only(Effect.Ready.class).prompt())
        .isEqualTo(new Prompt("first", 1, 3, Prompt.Question.NONE));
    assertThat(play.journal())
        .containsExactly(
            new Entry.LessonOpened(0),
            new Entry.StepOpened(new StepId("start-it")),
            new Entry.StageNoted(
                new Beginning(
                    List.of(), List.of(), List.of(), List.of(), Map.of(), List.of(), Map.of())));
  }

  @Test
  void what_is_in_the_way_keeps_the_door_shut() {
    Rehearsal play = Rehearsal.in(folder).open("second");

    play.looked(
        new World(SampleWorld.with("box").containers(), List.of(), List.of(), List.of()), 12345);

    assertThat(play.said()).hasExactlyElementsOfTypes(Message.Welcome.class, Message.Door.class);
    assertThat(((Message.Door) play.said().getLast()).obstacles())
        .extracting(Obstacle::remedy)
        .containsExactly(
            "Keep it under another name: `docker rename box box-kept`",
            "End that program, or stop that container, while you do this lesson.");
    assertThat(play.only(Effect.Ready.class).prompt().step()).isZero();
    assertThat(play.journal()).isEmpty();
  }

  @Test
  void a_line_or_an_empty_line_at_a_shut_door_asks_to_be_let_in() {
    Rehearsal play = Rehearsal.in(folder).open("second").looked(World.EMPTY);

    play.typed("docker pull redis").finished("docker pull redis");
    assertThat(play.did()).containsExactly(Effect.Look.class);
    play.looked(SampleWorld.with("box")).typed("");
    assertThat(play.did()).containsExactly(Effect.Look.class);
    play.looked(REDIS_ONLY);

    assertThat(play.state().prompt().step()).isEqualTo(1);
  }

  @Test
  void a_line_runs_is_recorded_and_then_the_engine_is_looked_at() {
    Rehearsal play = Rehearsal.opened(folder);

    assertThat(play.typed("docker ps").line()).isEqualTo("docker ps");
    play.finished("docker ps");

    assertThat(play.effects())
        .containsExactly(
            new Effect.Record(
                play.now(),
                new LessonId("first"),
                new Entry.Ran("docker ps", List.of(), 0, "home")),
            new Effect.Look(Needs.Question.NONE, Freshness.ANEW));
  }

  @Test
  void what_changed_is_drawn_and_the_step_is_judged_by_all_that_happened() {
    Rehearsal play = Rehearsal.opened(folder).runs("box");

    Effect.Verify verify = play.only(Effect.Verify.class);
    assertThat(play.said()).hasExactlyElementsOfTypes(Message.Changes.class);
    assertThat(verify.checks()).hasSize(2);
    assertThat(verify.history().events()).extracting("action").containsExactly("create", "start");
    assertThat(verify.history().acts())
        .containsExactly(new LearnerAct.Line("docker run -d --name box redis", List.of(), 0));
  }

  @Test
  void a_failed_check_is_told_and_the_turn_is_the_learners() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(PASSED, FAILED);

    Message.Verdicts told = (Message.Verdicts) play.said().getFirst();
    assertThat(told.detail()).isEqualTo(Detail.FIRST_REASON);
    assertThat(told.lines())
        .extracting(Message.Verdicts.Line::verdict)
        .containsExactly(PASSED, FAILED);
    assertThat(play.did()).containsExactly(Effect.Ready.class);
    assertThat(play.only(Effect.Record.class).entry())
        .isEqualTo(
            new Entry.Judged(
                List.of(
                    new Entry.Outcome("box runs", "passed", ""),
                    new Entry.Outcome("box is of redis", "failed", "It is so."))));
  }

  @Test
  void a_line_that_has_nothing_to_do_with_docker_fails_in_silence() {
    Rehearsal play = Rehearsal.opened(folder).typed("ls").finished("ls").looked(REDIS_ONLY);

    play.judged(FAILED, FAILED);

    assertThat(play.said()).isEmpty();
    assertThat(play.did()).containsExactly(Effect.Ready.class);
  }

  @Test
  void why_tells_every_reason() {
    Rehearsal play =
        Rehearsal.opened(folder).typed(":why").looked(REDIS_ONLY).judged(FAILED, FAILED);

    assertThat(((Message.Verdicts) play.said().getFirst()).detail()).isEqualTo(Detail.ALL_REASONS);
  }

  @Test
  void a_step_that_is_done_leads_to_the_next_with_what_it_captured() {
    Rehearsal play = Rehearsal.opened(folder).runs("box");
    var captured = new dev.ropewalk.check.Verdict.Passed(Map.of("first_id", "abc"));

    play.judged(captured, PASSED).woken().judged(captured, PASSED);

    assertThat(play.said())
        .hasExactlyElementsOfTypes(
            Message.Verdicts.class, Message.StepDone.class, Message.StepText.class);
    assertThat(play.only(Effect.Ready.class).prompt().step()).isEqualTo(2);
    assertThat(play.state().standing().done())
        .containsExactly(Map.entry(new dev.ropewalk.lesson.StepId("start-it"), Entry.How.SOLVED));
    assertThat(play.state().standing().variables().values()).containsEntry("first_id", "abc");
    assertThat(play.openStep().acts()).isEmpty();
  }

  @Test
  void an_answer_is_expanded_by_the_shell_recorded_and_judged() {
    Rehearsal play = Rehearsal.opened(folder).firstStepDone().typed(":answer $((6*7))");
    assertThat(play.effects()).containsExactly(new Effect.Expand("$((6*7))"));

    play.input(Rehearsal.expanded("42")).looked(SampleWorld.with("box"));

    assertThat(play.journal()).endsWith(new Entry.Answered("42"));
    assertThat(play.only(Effect.Verify.class).history().acts())
        .containsExactly(new LearnerAct.Answer("42"));
  }

  @Test
  void the_words_of_an_answer_stay_together() {
    Rehearsal play = Rehearsal.opened(folder).firstStepDone().typed(":answer exit code 137");

    play.input(Rehearsal.expanded("exit\ncode\n137\n")).looked(SampleWorld.with("box"));

    assertThat(play.journal()).endsWith(new Entry.Answered("exit code 137"));
  }

  @Test
  void the_last_step_ends_the_lesson_and_next_opens_the_next() {
    Rehearsal play = Rehearsal.opened(folder).firstStepDone();
    play.typed(":answer 42").input(Rehearsal.expanded("42")).looked(SampleWorld.with("box"));
    play.judged(PASSED).typed("docker rm -f box").happens("die", "box").happens("destroy", "box");
    play.finished("docker rm -f box").looked(REDIS_ONLY);

    play.judged(PASSED);

    assertThat(play.said())
        .last()
        .isEqualTo(
            new Message.LessonDone(
                play.state().lesson().orElseThrow(),
                java.util.Optional.of(new LessonId("second")),
                1,
                2,
                java.time.Duration.ZERO));
    assertThat(play.state().finished()).isTrue();
    assertThat(play.typed(":next").did()).containsExactly(Effect.Look.class);
    assertThat(play.looked(REDIS_ONLY).state().prompt().lesson()).isEqualTo("second");
  }

  @Test
  void another_day_goes_on_with_the_open_step_and_its_evidence() {
    Rehearsal first = Rehearsal.opened(folder).runs("box").judged(FAILED, FAILED);

    Rehearsal second =
        first.again().input(new Input.Open(java.util.Optional.empty(), java.util.Optional.empty()));
    second.looked(SampleWorld.with("box")).typed(":check").looked(SampleWorld.with("box"));

    assertThat(second.only(Effect.Verify.class).history())
        .isEqualTo(Evidence.history(first.state().standing()));
  }

  @Test
  void a_lesson_that_one_comes_back_to_takes_what_happens_from_then_on() {
    Rehearsal play = Rehearsal.opened(folder).typed(":goto second").looked(REDIS_ONLY);

    play.typed(":goto first").looked(REDIS_ONLY).runs("box");

    Effect.Verify verify = play.only(Effect.Verify.class);
    assertThat(verify.history().acts()).hasSize(1);
    assertThat(verify.history().events()).hasSize(2);
    assertThat(play.state().progress().of(new LessonId("second")).open().orElseThrow().acts())
        .isEmpty();
  }

  @Test
  void what_is_typed_at_a_shut_door_is_no_act_of_the_lesson_before() {
    Rehearsal play = Rehearsal.opened(folder).typed(":goto second").looked(World.EMPTY);
    assertThat(play.state().number()).isZero();

    play.typed("docker logs box").finished("docker logs box");

    assertThat(play.state().progress().of(new LessonId("first")).open().orElseThrow().acts())
        .isEmpty();
  }

  @Test
  void a_broken_lesson_is_told_whole_and_leaves_the_turn_to_the_learner() throws Exception {
    Rehearsal play = Rehearsal.in(folder);
    java.nio.file.Files.writeString(folder.resolve("checks/20-second.yaml"), "steps: []\n");

    play.open("second");

    assertThat(play.said()).hasExactlyElementsOfTypes(Message.Trouble.class);
    assertThat(play.did()).containsExactly(Effect.Ready.class);
  }

  @Test
  void a_line_that_ends_the_shell_leaves_the_course_and_is_on_record() {
    Rehearsal play = Rehearsal.opened(folder).typed("docker stop box; exit");

    play.shellEnded("docker stop box; exit");

    assertThat(play.effects()).contains(new Effect.Quit());
    assertThat(play.journal())
        .contains(new Entry.Ran("docker stop box; exit", List.of(), 0, "home"));
  }
}
