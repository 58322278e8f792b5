package dev.ropewalk.session;

import static dev.ropewalk.session.SampleVerdict.FAILED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.engine.EngineEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which events count in the step that is open. */
final class CountedEventsTest {
  @TempDir private Path folder;

  private static final String BOX = "docker run -d --name box redis";

  @Test
  void what_somebody_creates_while_the_learner_is_at_the_prompt_does_not_count() {
    Rehearsal play = Rehearsal.opened(folder).happens("create", "alien").happens("start", "alien");

    assertThat(play.effects()).isEmpty();
    assertThat(play.openStep().events()).isEmpty();
  }

  @Test
  void what_happens_to_others_while_a_line_runs_does_not_count() {
    Rehearsal play = Rehearsal.opened(folder).typed("docker ps").happens("start", "alien");

    assertThat(play.openStep().events()).isEmpty();
  }

  @Test
  void what_happens_to_ones_own_at_the_prompt_counts_whoever_does_it() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(FAILED, FAILED);

    assertThat(play.happens("die", "box").input(new Input.Greeted()).openStep().events())
        .hasSize(3);
  }

  @Test
  void an_event_between_the_end_of_the_line_and_the_look_counts() {
    Rehearsal play = Rehearsal.opened(folder).typed(BOX).finished(BOX);

    play.happens("create", "box").looked(SampleWorld.with("box"));

    assertThat(play.only(Effect.Verify.class).history().events()).hasSize(1);
  }

  @Test
  void a_network_that_ones_own_container_joins_counts() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(FAILED, FAILED);
    EngineEvent connect =
        new EngineEvent.ToNetwork(
            play.now(), "connect", "n1", "bridge", SampleWorld.id("box"), Map.of());

    assertThat(play.input(new Input.Happened(connect)).openStep().events()).hasSize(3);
  }

  @Test
  void what_a_check_causes_by_looking_counts_and_is_not_judged_again() {
    Rehearsal play = Rehearsal.opened(folder).runs("box");

    assertThat(play.happens("exec_start", "box").effects())
        .hasOnlyElementsOfType(Effect.Record.class);
    play.judged(FAILED, FAILED);
    assertThat(play.happens("exec_die", "box").effects())
        .hasOnlyElementsOfType(Effect.Record.class);
    assertThat(play.happens("die", "box").input(new Input.Greeted()).did())
        .contains(Effect.Verify.class);
  }

  @Test
  void what_somebody_creates_while_a_reset_removes_is_not_written_down() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(FAILED, FAILED);
    play.typed(":reset").looked(SampleWorld.with("box")).typed("yes");

    assertThat(play.happens("create", "alien").effects()).isEmpty();
    assertThat(play.happens("destroy", "box").effects()).hasSize(1);
  }

  @Test
  void nothing_counts_before_a_step_is_open() {
    Rehearsal play = Rehearsal.in(folder).typed("docker run").happens("create", "box");

    assertThat(play.effects()).isEmpty();
  }

  @Test
  void the_probes_of_a_health_check_are_not_written_down() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(FAILED, FAILED);
    int before = play.journal().size();

    for (String probe : List.of("exec_create", "exec_start", "exec_die")) {
      play.happens(probe, "box");
      assertThat(play.effects()).isEmpty();
    }

    assertThat(play.journal()).hasSize(before);
  }
}
