package dev.ropewalk.session;

import static dev.ropewalk.session.SampleVerdict.FAILED;
import static dev.ropewalk.session.SampleVerdict.PASSED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.LearnerAct;
import dev.ropewalk.check.Ownership;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.inside.InsideAnswer;
import dev.ropewalk.lesson.Seed;
import dev.ropewalk.lesson.StepId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of a running course from another terminal. */
final class ConsultingTest {
  private static final String ATTACHED = "docker run --name box redis";

  @TempDir private Path folder;

  private static Message reply(Rehearsal play) {
    Effect.Reply reply = play.only(Effect.Reply.class);
    assertThat(reply.number()).isEqualTo(7);
    return reply.messages().getFirst();
  }

  private static Input asked(Consultation what) {
    return new Input.Consulted(7, what, "");
  }

  private Rehearsal holdsTheScreen() {
    return Rehearsal.opened(folder).typed(ATTACHED);
  }

  @Test
  void the_step_is_told_while_a_line_runs_and_the_turn_stays_where_it_is() {
    Rehearsal play = holdsTheScreen().input(asked(Consultation.STEP));

    assertThat(reply(play)).isInstanceOf(Message.StepText.class);
    assertThat(play.said()).isEmpty();
    assertThat(play.did()).containsExactly(Effect.Reply.class);
    assertThat(play.finished(ATTACHED).did()).containsExactly(Effect.Look.class);
  }

  @Test
  void a_container_is_looked_into_while_a_line_runs_and_with_no_step_open() {
    Message shown = new Message.Inside(new InsideAnswer.NotSeen("It is dark."));
    Rehearsal play = holdsTheScreen().input(new Input.Consulted(7, Consultation.INSIDE, " box "));

    assertThat(play.only(Effect.LookInside.class))
        .isEqualTo(new Effect.LookInside(OptionalLong.of(7), "box"));
    assertThat(
            reply(
                play.input(
                    new Input.LookedInside(
                        OptionalLong.of(7), new InsideAnswer.NotSeen("It is dark.")))))
        .isEqualTo(shown);
    assertThat(play.did()).containsExactly(Effect.Reply.class);
  }

  @Test
  void at_the_prompt_a_look_inside_is_shown_gives_the_turn_back_and_is_no_act() {
    Rehearsal play = Rehearsal.opened(folder).typed(":inside box");

    assertThat(play.only(Effect.LookInside.class))
        .isEqualTo(new Effect.LookInside(OptionalLong.empty(), "box"));
    assertThat(play.did()).doesNotContain(Effect.Record.class);

    play.input(new Input.LookedInside(OptionalLong.empty(), new InsideAnswer.NotSeen("Dark.")));

    assertThat(play.said()).containsExactly(new Message.Inside(new InsideAnswer.NotSeen("Dark.")));
    assertThat(play.did())
        .contains(Effect.Ready.class, Effect.Verify.class)
        .doesNotContain(Effect.Record.class);
  }

  @Test
  void a_line_that_only_looks_inside_is_known_as_one() {
    assertThat(Consultation.isMadeBy("ropewalk inside box")).isTrue();
    assertThat(Consultation.isAskedIn("docker ps; ropewalk inside box")).isTrue();
  }

  @Test
  void hints_go_on_where_the_prompt_has_left_them() {
    Rehearsal play = Rehearsal.opened(folder).typed(":hint").input(asked(Consultation.HINT));

    assertThat(reply(play))
        .isInstanceOfSatisfying(Message.Hint.class, hint -> assertThat(hint.number()).isEqualTo(2));
  }

  @Test
  void why_counts_what_the_running_line_is_known_to_have_created() {
    Rehearsal play =
        holdsTheScreen()
            .input(SampleAsked.created("box"))
            .happens("create", "box")
            .happens("start", "box");

    play.input(asked(Consultation.WHY));

    assertThat(play.only(Effect.Review.class).history().ownership())
        .isEqualTo(new Ownership.Ours(Set.of(SampleWorld.id("box")), Set.of(), Set.of()));
    assertThat(play.state().standing().owned()).isEmpty();
    assertThat(play.only(Effect.Review.class).history().events()).hasSize(2);
  }

  @Test
  void why_is_answered_with_every_reason_and_ends_no_step() {
    Rehearsal play = holdsTheScreen().input(asked(Consultation.WHY));
    StepId step = play.only(Effect.Review.class).step();

    play.input(new Input.Reviewed(7, Consultation.WHY, step, List.of(PASSED, FAILED)));

    assertThat(reply(play))
        .isInstanceOfSatisfying(
            Message.Verdicts.class,
            told -> assertThat(told.detail()).isEqualTo(Message.Verdicts.Detail.ALL_REASONS));
    play.input(new Input.Reviewed(7, Consultation.WHY, step, List.of(PASSED, PASSED)));
    assertThat(play.state().number()).isEqualTo(1);
    assertThat(play.only(Effect.Reply.class).messages())
        .contains(new Message.Note(Phrases.DONE_AFTER_LINE));
  }

  @Test
  void a_step_that_was_done_meanwhile_is_told_so() {
    Rehearsal play = Rehearsal.opened(folder).input(asked(Consultation.WHY));
    StepId first = play.only(Effect.Review.class).step();
    play.firstStepDone();

    play.input(new Input.Reviewed(7, Consultation.WHY, first, List.of(FAILED, FAILED)));

    assertThat(reply(play)).isEqualTo(new Message.Note(Phrases.stepIsDone(first)));
  }

  @Test
  void the_status_says_where_the_course_is_and_what_runs() {
    assertThat(reply(holdsTheScreen().input(asked(Consultation.STATUS))))
        .isInstanceOfSatisfying(
            Message.Note.class,
            note ->
                assertThat(note.text())
                    .startsWith("`first`, step 1 of 3:")
                    .endsWith("A line runs at the course's prompt."));
  }

  @Test
  void at_a_shut_door_there_is_no_step_to_tell() {
    Rehearsal play = Rehearsal.in(folder).open("second").looked(dev.ropewalk.engine.World.EMPTY);

    play.input(asked(Consultation.STEP));

    assertThat(reply(play)).isEqualTo(new Message.Note(Phrases.DOOR_SHUT));
  }

  @Test
  void an_answer_is_judged_where_it_was_given_and_counts() {
    Rehearsal play = Rehearsal.opened(folder).firstStepDone().typed("sleep 9");
    play.input(new Input.Consulted(7, Consultation.ANSWER, "41"));
    StepId step = play.only(Effect.Review.class).step();
    assertThat(play.openStep().acts()).contains(new LearnerAct.Answer("41"));

    play.input(new Input.Reviewed(7, Consultation.ANSWER, step, List.of(FAILED)));

    assertThat(reply(play))
        .isInstanceOfSatisfying(
            Message.Verdicts.class,
            told ->
                assertThat(told.lines())
                    .extracting(Message.Verdicts.Line::sentence)
                    .containsExactly("What is six times seven?"));
  }

  @Test
  void what_does_not_answer_one_question_is_a_guess_only_where_it_answers_no_other() {
    Verdict guess = new Verdict.Passed(Map.of(), "`7` is not it.");

    assertThat(remarks(guess, FAILED)).containsOnly("");
    assertThat(remarks(guess, PASSED)).containsOnly("");
    assertThat(remarks(guess, guess)).containsExactly("`7` is not it.", "`7` is not it.");
  }

  /** What is told beside the ticks of a step with two questions. */
  private List<String> remarks(Verdict... verdicts) {
    String checks =
        """
        steps:
          two:
            checks:
              - {check: Six?, answer: {number: {is: 6}}}
              - {check: Seven?, answer: {number: {is: 7}}}
              - {check: box runs, container: box, expect: {state: running}}
            solution: ":answer 6"
        """;
    Map<String, String> course =
        Map.of(
            "lessons/10-two.md", "# Two\n\nIt.\n\n## Two\n\nGo.\n", "checks/10-two.yaml", checks);
    Rehearsal play =
        Rehearsal.of(folder, course, Seed.NONE).open("two").looked(SampleWorld.REDIS_ONLY);
    play.input(new Input.Consulted(7, Consultation.ANSWER, "7"));
    StepId step = play.only(Effect.Review.class).step();
    List<Verdict> all = Stream.concat(Stream.of(verdicts), Stream.of(FAILED)).toList();
    play.input(new Input.Reviewed(7, Consultation.ANSWER, step, all));
    return ((Message.Verdicts) reply(play))
        .lines().stream()
            .map(line -> line.verdict() instanceof Verdict.Passed(_, var remark) ? remark : "")
            .toList();
  }

  @Test
  void a_right_answer_may_have_ended_the_step_before_it_is_told() {
    Rehearsal play = Rehearsal.opened(folder).firstStepDone();
    play.input(new Input.Consulted(7, Consultation.ANSWER, "42"));
    StepId step = play.only(Effect.Review.class).step();
    play.looked(SampleWorld.with("box")).judged(PASSED).looked(SampleWorld.with("box"));
    assertThat(play.state().number()).isEqualTo(3);

    play.input(new Input.Reviewed(7, Consultation.ANSWER, step, List.of(PASSED)));

    assertThat(reply(play)).isEqualTo(new Message.Note(Phrases.ANSWERED));
  }

  @Test
  void a_step_that_asks_no_question_takes_no_answer_from_anywhere() {
    Rehearsal play = Rehearsal.opened(folder);

    play.input(new Input.Consulted(7, Consultation.ANSWER, "42"));
    assertThat(reply(play)).isEqualTo(new Message.Note(Phrases.NO_QUESTION));
    assertThat(play.openStep().acts()).isEmpty();

    assertThat(play.typed(":answer 42").said())
        .containsExactly(new Message.Note(Phrases.NO_QUESTION));
    assertThat(play.did()).containsExactly(Effect.Ready.class);
  }

  @Test
  void an_answer_without_words_is_none() {
    Rehearsal play = Rehearsal.opened(folder).firstStepDone();

    play.input(new Input.Consulted(7, Consultation.ANSWER, " "));

    assertThat(reply(play)).isEqualTo(new Message.Note(Phrases.ANSWER_WHAT));
  }

  @Test
  void at_a_shut_door_check_asks_to_be_let_in_as_an_obstacle_says() {
    Rehearsal play = Rehearsal.in(folder).open("second").looked(dev.ropewalk.engine.World.EMPTY);

    play.typed(":check").looked(SampleWorld.REDIS_ONLY);

    assertThat(play.said()).anyMatch(Message.StepText.class::isInstance);
  }
}
