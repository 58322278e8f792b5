package dev.ropewalk.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.lesson.LessonFile;
import dev.ropewalk.text.Sha256;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A step or a lesson that begins again has its files as they were given. */
final class FilesAgainTest extends BrokenLesson {
  @Test
  void a_step_that_begins_again_gets_its_files_again_and_the_learners_are_kept() {
    Rehearsal play = begun().typed("rm shop.conf");
    play.input(ended("rm shop.conf", "", 0)).looked(SampleWorld.with("shop"));
    play.judged(SampleVerdict.FAILED).typed(":retry").looked(SampleWorld.with("shop"));

    var lay = play.only(Effect.Lay.class);
    assertThat(lay.folder().files())
        .singleElement()
        .satisfies(file -> assertThat(file.path()).isEqualTo("shop.conf"));
    assertThat(lay.before()).contains(LAID);
    assertThat(lay.judged()).isEmpty();

    play.input(
        new Input.Laid(
            LAID, List.of(), Map.of("shop.conf", "shop.conf.yours-1"), Optional.empty()));
    assertThat(play.said())
        .contains(new Message.Note(AgainPhrases.keptAside("shop.conf", "shop.conf.yours-1")))
        .anyMatch(Message.StepText.class::isInstance);
    assertThat(play.openStep().isUntouched()).isTrue();
    assertThat(play.state().phase()).isInstanceOf(Phase.AtPrompt.class);
  }

  @Test
  void what_the_learner_had_written_until_then_comes_back_too() {
    Rehearsal play =
        atSecondStep(
            new Input.FilesSeen(
                List.of("shop.conf"), Map.of("shop.conf", "port 1\n", "own.conf", "port 2\n")));

    play.typed(":retry").looked(SampleWorld.with("shop"));

    var lay = play.only(Effect.Lay.class);
    assertThat(lay.folder().files())
        .extracting(LessonFile::path)
        .containsExactly("shop.conf", "own.conf");
    assertThat(lay.folder().files().getLast().text()).contains("port 2\n");
    // It is no stranger's file that would be in the way.
    assertThat(lay.before().orElseThrow().digests())
        .containsEntry("own.conf", Sha256.of("port 2\n"))
        .containsKey("shop.conf");
  }

  @Test
  void a_file_that_a_step_before_has_changed_stays_as_it_was_then() {
    Rehearsal play = atSecondStep(List.of());

    play.typed(":retry").looked(SampleWorld.with("shop"));

    assertThat(play.all(Effect.Lay.class)).isEmpty();
    assertThat(play.said()).anyMatch(Message.StepText.class::isInstance);
  }

  @Test
  void where_files_cannot_be_laid_again_that_is_told_and_the_step_begins_all_the_same() {
    Rehearsal play = atSecondStep(List.of("shop.conf"));

    play.typed(":retry").looked(SampleWorld.with("shop"));
    play.input(new Input.Laid(LAID, List.of(), Map.of(), Optional.of("No space left on device")));

    assertThat(play.said())
        .anySatisfy(
            message ->
                assertThat(message)
                    .isInstanceOfSatisfying(
                        Message.Trouble.class,
                        it -> assertThat(it.text()).contains("No space left on device")))
        .anyMatch(Message.StepText.class::isInstance);
  }

  @Test
  void a_reset_lays_the_files_again_and_tells_where_the_changed_ones_are() {
    Rehearsal play = begun().typed(":reset").looked(SampleWorld.with("shop")).typed("y");
    String removal = line(play);
    play.happens("destroy", "shop").finished(removal).looked(SampleWorld.REDIS_ONLY);

    assertThat(play.only(Effect.Lay.class).before()).contains(LAID);
    play.input(
        new Input.Laid(
            LAID, List.of(), Map.of("shop.conf", "shop.conf.yours-1"), Optional.empty()));
    assertThat(play.said())
        .contains(new Message.Note(Phrases.keptAside("shop.conf", "shop.conf.yours-1")));
  }
}
