package dev.ropewalk.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.command.Creations;
import dev.ropewalk.engine.World;
import dev.ropewalk.journal.Entry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A done step waits until the learner goes on, and what is tried meanwhile spoils nothing. */
class PaceTest {
  @TempDir private Path folder;

  /** A line makes another container beside the one of the first step. */
  private static Rehearsal tries(Rehearsal play) {
    String line = "docker run -d --name extra redis";
    return play.typed(line)
        .happens("create", "extra")
        .happens("start", "extra")
        .finished(line)
        .looked(SampleWorld.with("box", "extra"));
  }

  private Rehearsal paused() {
    return Rehearsal.paced(folder).firstStepDone();
  }

  @Test
  void after_success_the_debrief_stays_and_the_next_step_waits() {
    Rehearsal play = paused();

    assertThat(play.said())
        .hasExactlyElementsOfTypes(
            Message.Verdicts.class, Message.StepDone.class, Message.Paused.class);
    assertThat(play.state().prompt())
        .isEqualTo(new Prompt("first", 2, 3, Prompt.Question.NONE, Prompt.Counts.WHEN_OPEN));
  }

  @Test
  void enter_and_next_go_on() {
    for (String key : List.of("", ":next", ":n")) {
      Rehearsal play = paused().typed(key).looked(SampleWorld.with("box"));

      assertThat(play.said()).hasExactlyElementsOfTypes(Message.StepText.class);
      assertThat(play.state().prompt()).isEqualTo(new Prompt("first", 2, 3, Prompt.Question.NONE));
      assertThat(play.openStep().isUntouched()).isTrue();
    }
  }

  @Test
  void what_is_tried_is_not_judged_and_is_put_back_before_the_step_goes_on() {
    Rehearsal play = tries(paused());
    assertThat(play.did()).containsExactly(Effect.Ready.class);

    play.typed("").looked(SampleWorld.with("box", "extra"));

    String id = SampleWorld.id("extra").substring(0, 12);
    assertThat(play.plan().lines()).containsExactly("docker rm -f -v " + id + "   # extra");
    play.typed("y")
        .finished("docker rm -f -v " + id + "   # extra")
        .looked(SampleWorld.with("box"));
    assertThat(play.said()).hasExactlyElementsOfTypes(Message.StepText.class);
    assertThat(play.openStep().isUntouched()).isTrue();
    assertThat(play.state().play()).isEmpty();
  }

  @Test
  void who_says_no_goes_on_with_what_is_there() {
    Rehearsal play = tries(paused()).typed("").looked(SampleWorld.with("box", "extra")).typed("n");

    assertThat(play.said()).hasExactlyElementsOfTypes(Message.Note.class, Message.StepText.class);
    assertThat(play.openStep().acts()).isEmpty();
  }

  @Test
  void who_declines_to_be_led_to_a_later_step_stays_and_nothing_is_typed() {
    Rehearsal play = paused().typed(":goto first/3").looked(SampleWorld.with("box")).typed("n");

    assertThat(play.said()).hasExactlyElementsOfTypes(Message.Note.class);
    assertThat(play.did()).containsExactly(Effect.Ready.class);
    assertThat(play.state().play()).isPresent();
    assertThat(play.state().number()).isEqualTo(2);
  }

  @Test
  void words_that_need_a_step_say_that_enter_opens_it() {
    Rehearsal play = paused().typed(":hint");

    assertThat(play.note()).isEqualTo(WayPhrases.ENTER_FIRST);
  }

  @Test
  void another_day_it_goes_on_with_the_step_and_forgets_what_was_tried() {
    Rehearsal play = tries(paused()).again().open("first").looked(SampleWorld.with("box"));
    assertThat(play.did()).containsExactly(Effect.Recall.class);
    play.input(new Input.Recalled(List.of(), Creations.NONE)).looked(SampleWorld.with("box"));

    assertThat(play.said()).hasExactlyElementsOfTypes(Message.StepText.class);
    assertThat(play.openStep().isUntouched()).isTrue();
  }

  @Test
  void a_skipped_step_waits_too() {
    Rehearsal play = Rehearsal.paced(folder).typed(":skip").looked(SampleWorld.REDIS_ONLY);
    play.finished("docker create --name box redis")
        .happens("create", "box")
        .happens("start", "box")
        .finished("docker start box")
        .looked(SampleWorld.with("box"))
        .judged(SampleVerdict.PASSED, SampleVerdict.PASSED)
        .woken()
        .judged(SampleVerdict.PASSED, SampleVerdict.PASSED);

    assertThat(play.said()).last().isEqualTo(new Message.Paused(2, 3));
  }

  @Test
  void play_sets_a_step_aside_and_keeps_what_was_done_in_it_before() {
    Rehearsal play = Rehearsal.paced(folder).typed("echo before").finished("echo before");
    play.looked(SampleWorld.REDIS_ONLY).judged(SampleVerdict.FAILED, SampleVerdict.FAILED);
    int acts = play.openStep().acts().size();

    play.typed(":play").runs("box");
    assertThat(play.did()).containsExactly(Effect.Ready.class);
    assertThat(play.typed(":why").note()).isEqualTo(WayPhrases.PLAY_FIRST);
    play.typed(":play").looked(SampleWorld.with("box"));
    String line = play.plan().lines().getFirst();
    play.typed("y").finished(line).looked(SampleWorld.REDIS_ONLY);

    assertThat(play.openStep().acts()).hasSize(acts).isNotEmpty();
    assertThat(play.state().prompt()).isEqualTo(new Prompt("first", 1, 3, Prompt.Question.NONE));
  }

  @Test
  void what_a_play_has_made_and_stays_is_told_in_the_journal() {
    Rehearsal kept = Rehearsal.paced(folder).typed(":play").runs("box").typed(":play");
    kept.looked(SampleWorld.with("box")).typed("n");

    List<Entry> journal = kept.journal();
    int end = journal.indexOf(new Entry.PlayEnded());
    assertThat(end).isPositive();
    assertThat(journal.get(end - 1)).isEqualTo(new Entry.PlayKept());
  }

  @Test
  void a_snapshot_of_the_journal_keeps_the_pause() {
    Rehearsal play = tries(paused());

    assertThat(play.journal()).anyMatch(Entry.PlayBegan.class::isInstance);
    assertThat(play.progress().of(play.state().lesson().orElseThrow().id()))
        .isEqualTo(play.state().standing());
  }

  @Test
  void lines_from_a_pipe_wait_for_nobody() {
    Rehearsal play = Rehearsal.atSecondStep(folder);

    assertThat(play.said()).last().isInstanceOf(Message.StepText.class);
    assertThat(play.state().world()).isNotEqualTo(World.EMPTY);
  }
}
