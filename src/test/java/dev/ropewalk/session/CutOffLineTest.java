package dev.ropewalk.session;

import static dev.ropewalk.session.SampleVerdict.FAILED;
import static dev.ropewalk.session.SampleVerdict.PASSED;
import static dev.ropewalk.session.SampleWorld.REDIS_ONLY;
import static dev.ropewalk.session.SampleWorld.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.LearnerAct;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What came of a line that was running, or not judged yet, when ropewalk was killed. */
final class CutOffLineTest {
  private static final String RUN = "docker run -d --name box redis";

  @TempDir private Path folder;

  private Rehearsal cutOff(String line, String... actions) {
    Rehearsal next = Rehearsal.opened(folder).typed(line).again().open("first").looked(with("box"));
    return next.input(
        new Input.Recalled(
            Stream.of(actions).map(action -> next.event(action, "box")).toList(),
            LineWords.asked(line)));
  }

  @Test
  void what_the_engine_remembers_of_a_line_that_was_cut_off_counts() {
    Rehearsal play = Rehearsal.opened(folder).typed(RUN);
    Rehearsal next = play.again().open("first").looked(with("box", "alien"));
    assertThat(next.only(Effect.Recall.class)).isEqualTo(new Effect.Recall(play.now(), RUN));

    next.input(
        new Input.Recalled(
            List.of(
                next.event("create", "alien"),
                next.event("create", "box"),
                next.event("start", "box")),
            LineWords.asked(RUN)));

    assertThat(next.said())
        .containsExactly(next.said().getFirst(), new Message.Note(Phrases.RECALLED));
    assertThat(next.state().standing().owned()).containsExactly(next.event("create", "box"));
    assertThat(next.openStep().events())
        .containsExactly(next.event("create", "box"), next.event("start", "box"));
    assertThat(next.openStep().begun()).isEmpty();
  }

  @Test
  void a_line_that_was_cut_off_is_an_act_of_the_learner_if_it_did_something() {
    assertThat(cutOff(RUN, "create", "start").openStep().acts())
        .containsExactly(LearnerAct.Line.cutOff(RUN));
    assertThat(cutOff(RUN).openStep().acts()).isEmpty();
  }

  @Test
  void what_a_line_that_was_cut_off_left_half_done_can_be_undone_at_once() {
    Rehearsal next = cutOff(RUN, "create");

    next.judged(FAILED, FAILED).looked(with("box"));

    assertThat(next.said())
        .containsExactly(
            new Message.StagePlan(
                "To bring the engine back to the beginning of this step, ropewalk runs:",
                List.of("docker rm -f -v box000000000   # box")));
    assertThat(next.typed("y").line()).isEqualTo("docker rm -f -v box000000000");
    next.finished("rm").looked(REDIS_ONLY);
    assertThat(next.openStep().isUntouched()).isTrue();
    assertThat(next.did()).containsExactly(Effect.Ready.class);
  }

  @Test
  void what_a_recorder_saw_a_script_create_before_the_kill_is_the_lessons() {
    Rehearsal play = Rehearsal.opened(folder).typed("./start.sh");
    play.input(SampleAsked.created("line 1", play.now(), "box"));

    Rehearsal next = play.again().open("first").looked(with("box", "alien"));
    next.input(
        new Input.Recalled(
            List.of(next.event("create", "alien"), next.event("create", "box")),
            LineWords.asked("./start.sh")));

    assertThat(next.state().standing().owned()).containsExactly(next.event("create", "box"));
  }

  @Test
  void a_kill_while_that_is_asked_has_it_asked_again() {
    Rehearsal asked = cutOff(RUN, "create").judged(FAILED, FAILED).looked(with("box"));

    Rehearsal next = asked.again().open("first").looked(with("box"));
    next.judged(FAILED, FAILED).looked(with("box"));

    assertThat(next.plan().lines()).containsExactly("docker rm -f -v box000000000   # box");
    assertThat(next.openStep().acts()).hasSize(1);
  }

  @Test
  void what_came_of_a_line_that_had_ended_but_was_not_judged_is_asked_for() {
    String line = RUN;
    Rehearsal play = Rehearsal.opened(folder).typed(line).finished(line);

    Rehearsal next = play.again().open("first").looked(with("box"));
    assertThat(next.only(Effect.Recall.class).line()).isEqualTo(line);
    next.input(
        new Input.Recalled(
            List.of(next.event("create", "box"), next.event("start", "box")),
            LineWords.asked(line)));
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
    Rehearsal play = Rehearsal.opened(folder).typed(RUN);

    Rehearsal next = play.again().open("first").looked(with("box")).lookFailed();

    assertThat(next.did()).containsExactly(Effect.Ready.class);
    assertThat(next.again().open("first").looked(with("box")).did())
        .containsExactly(Effect.Recall.class);
  }
}
