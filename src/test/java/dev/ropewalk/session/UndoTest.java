package dev.ropewalk.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.World;
import dev.ropewalk.journal.Entry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the last line did is taken back, as far as it can be. */
class UndoTest {
  private static final String BOX = SampleWorld.id("box").substring(0, 12);

  @TempDir private Path folder;

  /** The lesson's container runs, and a line has brought the engine to this world. */
  private Rehearsal after(String line, World world) {
    return Rehearsal.atSecondStep(folder)
        .typed(line)
        .finished(line)
        .looked(world)
        .judged(SampleVerdict.FAILED)
        .typed(":undo")
        .looked(world);
  }

  @Test
  void what_was_made_is_removed_and_nothing_else() {
    Rehearsal play =
        Rehearsal.atSecondStep(folder)
            .runs("extra")
            .judged(SampleVerdict.FAILED)
            .typed(":undo")
            .looked(SampleWorld.with("box", "extra"));

    String removal = "docker rm -f -v " + SampleWorld.id("extra").substring(0, 12);
    assertThat(play.plan().lines()).containsExactly(removal);
    assertThat(play.journal()).noneMatch(Entry.LineUndone.class::isInstance);
    assertThat(play.typed("y").line()).isEqualTo(removal);
    assertThat(play.journal()).anyMatch(Entry.LineUndone.class::isInstance);
    play.finished(removal).looked(SampleWorld.with("box")).judged(SampleVerdict.FAILED);
    assertThat(play.state().prompt().question()).isEqualTo(Prompt.Question.NONE);
  }

  @Test
  void what_was_stopped_is_started_and_what_was_renamed_gets_its_name_back() {
    assertThat(after("docker stop box", SampleWorld.ended("box")).plan().lines())
        .containsExactly("docker start " + BOX);
    assertThat(
            after("docker pause box", SampleWorld.box("box", ContainerState.PAUSED)).plan().lines())
        .containsExactly("docker unpause " + BOX);
    assertThat(
            after("docker rename box b", SampleWorld.box("b", ContainerState.RUNNING))
                .plan()
                .lines())
        .containsExactly("docker rename " + BOX + " box");
  }

  @Test
  void what_is_gone_is_said_to_be_gone() {
    Rehearsal play = after("docker rm -f box", SampleWorld.REDIS_ONLY);

    assertThat(play.note()).isEqualTo("The container `box` is gone, and nothing brings it back.");
    assertThat(play.did()).contains(Effect.Ready.class);
  }

  @Test
  void a_line_that_changed_nothing_is_said_to_have_changed_nothing() {
    assertThat(after("ls", SampleWorld.with("box")).note())
        .isEqualTo(WayPhrases.nothingToUndo("ls"));
    assertThat(Rehearsal.opened(folder).typed(":undo").note()).isEqualTo(WayPhrases.NO_LINE);
  }

  @Test
  void who_says_no_keeps_everything() {
    Rehearsal play = after("docker stop box", SampleWorld.ended("box"));

    assertThat(play.typed("n").note()).isEqualTo(Phrases.NOTHING_RUN);
    assertThat(List.of(play.state().script())).containsExactly(List.of());
  }
}
