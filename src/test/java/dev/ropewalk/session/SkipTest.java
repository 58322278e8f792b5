package dev.ropewalk.session;

import static dev.ropewalk.session.SampleVerdict.FAILED;
import static dev.ropewalk.session.SampleVerdict.PASSED;
import static dev.ropewalk.session.SampleWorld.REDIS_ONLY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.journal.Entry;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A step that ropewalk does for the learner. */
final class SkipTest {
  @TempDir private Path folder;

  @Test
  void skip_types_the_solution_line_by_line_and_is_not_called_solved() {
    Rehearsal play = Rehearsal.opened(folder);

    assertThat(play.typed(":skip").looked(REDIS_ONLY).line())
        .isEqualTo("docker create --name box redis");
    play.happens("create", "box").finished("docker create --name box redis");
    assertThat(play.line()).isEqualTo("docker start box");
    play.happens("start", "box").finished("docker start box").looked(SampleWorld.with("box"));
    play.judged(PASSED, PASSED).woken().judged(PASSED, PASSED);

    assertThat(play.state().standing().done().values()).containsExactly(Entry.How.SKIPPED);
    assertThat(play.did()).as("it stops there").containsExactly(Effect.Ready.class);
    assertThat(play.said())
        .as("all that is said")
        .hasExactlyElementsOfTypes(
            Message.Verdicts.class, Message.StepDone.class, Message.StepText.class);
    assertThat(play.state().errand()).isEmpty();
  }

  @Test
  void a_step_that_was_skipped_and_comes_true_later_is_not_called_solved_either() {
    Rehearsal play = Rehearsal.opened(folder).typed(":skip").looked(REDIS_ONLY);
    play.finished("x").finished("y").looked(REDIS_ONLY).judged(FAILED, FAILED);

    Rehearsal otherDay = play.again();
    otherDay.open("first").looked(REDIS_ONLY);
    otherDay.runs("box").judged(PASSED, PASSED).woken().judged(PASSED, PASSED);

    assertThat(otherDay.state().standing().done().values()).containsExactly(Entry.How.SKIPPED);
    otherDay.typed(":answer 42").input(Rehearsal.expanded("42")).looked(SampleWorld.with("box"));
    otherDay.judged(PASSED);
    assertThat(otherDay.state().standing().done().values())
        .as("the next one is the learner's own again")
        .containsExactly(Entry.How.SKIPPED, Entry.How.SOLVED);
  }

  @Test
  void a_solution_that_answers_goes_through_the_shell_too() {
    Rehearsal play = Rehearsal.opened(folder).firstStepDone();
    play.typed(":skip").looked(SampleWorld.with("box"));

    assertThat(play.said()).containsExactly(new Message.Typing(":answer 42"));
    assertThat(play.only(Effect.Expand.class).words()).isEqualTo("42");
    play.input(Rehearsal.expanded("42")).looked(SampleWorld.with("box")).judged(PASSED);

    assertThat(play.state().number()).isEqualTo(3);
  }
}
