package dev.ropewalk.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.engine.World;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ends while nobody looks is noticed, and what the learner ends is not. */
final class DriftTest {
  private static final Message CHANGED =
      new Message.Note(
          "Something has changed while nobody looked: `box` was running and is exited (exit"
              + " code 255). `:retry` sets the stage of this step again.");

  @TempDir private Path folder;

  @Test
  void an_engine_that_was_restarted_is_noticed_on_another_day() {
    World exited = SampleWorld.boxKilledAs("box");

    Rehearsal next = Rehearsal.atSecondStep(folder).again().open("first").looked(exited);

    assertThat(next.said())
        .hasExactlyElementsOfTypes(
            Message.StepText.class, Message.Note.class, Message.StagePlan.class)
        .contains(CHANGED);
    assertThat(next.plan().lines()).containsExactly("docker start box000000000   # box");
    assertThat(next.typed("y").line()).isEqualTo("docker start box000000000");
  }

  @Test
  void an_engine_that_was_restarted_is_noticed_at_the_prompt() {
    Rehearsal play =
        Rehearsal.atSecondStep(folder).lost().back().looked(SampleWorld.boxKilledAs("box"));

    assertThat(play.said()).hasExactlyElementsOfTypes(Message.Note.class);
    assertThat(play.did()).containsExactly(Effect.Reprompt.class, Effect.Verify.class);
  }

  @Test
  void an_engine_that_stopped_it_itself_as_it_started_again_is_noticed_too() {
    Rehearsal play =
        Rehearsal.atSecondStep(folder).lost().happens("die", "box").happens("stop", "box").back();

    play.looked(SampleWorld.boxKilledAs("box"));

    assertThat(play.said()).containsExactly(CHANGED);
  }

  @Test
  void a_stop_by_the_learner_is_no_surprise() {
    Rehearsal play =
        Rehearsal.atSecondStep(folder).happens("die", "box").input(new Input.Greeted());

    Rehearsal next = play.again().open("first").looked(SampleWorld.boxKilledAs("box"));

    assertThat(next.said()).hasExactlyElementsOfTypes(Message.StepText.class);
  }
}
