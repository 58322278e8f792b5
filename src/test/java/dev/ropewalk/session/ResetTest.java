package dev.ropewalk.session;

import static dev.ropewalk.session.SampleVerdict.FAILED;
import static dev.ropewalk.session.SampleWorld.REDIS_ONLY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.journal.Entry;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A lesson that begins again, and what is removed for it. */
final class ResetTest {
  @TempDir private Path folder;

  @Test
  void reset_asks_and_removes_exactly_what_was_born_in_the_lesson() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(FAILED, FAILED);

    play.typed(":reset").looked(SampleWorld.with("box", "alien"));
    assertThat(((Message.ResetPlan) play.said().getFirst()).belongings())
        .extracting(Belonging::shown)
        .containsExactly("box (redis, running)");
    assertThat(play.only(Effect.Ready.class).prompt().question()).isEqualTo(Prompt.Question.REMOVE);
    play.typed("y");
    assertThat(play.line()).isEqualTo("docker rm -f -v box000000000");
    play.happens("destroy", "box").finished("docker rm").looked(SampleWorld.with("alien"));

    assertThat(play.state().number()).isEqualTo(1);
    assertThat(play.state().standing().owned()).isEmpty();
    assertThat(play.openStep().acts()).as("removing is not the learner's act").isEmpty();
    assertThat(play.did()).containsExactly(Effect.Ready.class);
  }

  @Test
  void what_is_done_is_not_thrown_away_without_a_question() {
    Rehearsal play = Rehearsal.atSecondStep(folder).happens("destroy", "box");

    play.typed(":reset").looked(SampleWorld.with("alien"));
    assertThat(play.note())
        .isEqualTo(
            "Nothing that you made in this lesson is left, so there is nothing to remove. The step that you have done would have to be done again.");
    assertThat(play.only(Effect.Ready.class).prompt().question()).isEqualTo(Prompt.Question.AGAIN);
    assertThat(play.typed("n").note()).isEqualTo("The lesson goes on as it was.");
    assertThat(play.state().standing().done()).hasSize(1);

    play.typed(":reset").looked(SampleWorld.with("alien")).typed("y");
    play.looked(SampleWorld.with("alien"));
    assertThat(play.state().standing().done()).isEmpty();
  }

  @Test
  void what_could_not_be_removed_is_told() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(FAILED, FAILED);

    play.typed(":reset").looked(SampleWorld.with("box")).typed("y");
    play.finished("docker rm -f -v box000000000", 1);

    assertThat(play.note())
        .startsWith("`docker rm -f -v box000000000` ended with exit code 1, so what it is about");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "n", "no", ":hint"})
  void no_removes_nothing(String line) {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(FAILED, FAILED);

    play.typed(":reset").looked(SampleWorld.with("box")).typed(line);

    assertThat(play.note()).isEqualTo("Nothing was removed.");
    assertThat(play.did()).doesNotContain(Effect.Run.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"docker rm -f box", "yess", "maybe"})
  void what_is_neither_yes_nor_no_is_told_so_and_asked_again(String line) {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(FAILED, FAILED);

    play.typed(":reset").looked(SampleWorld.with("box")).typed(line);

    assertThat(play.note()).startsWith("`" + line + "` is neither yes nor no.");
    assertThat(play.only(Effect.Ready.class).prompt().question()).isEqualTo(Prompt.Question.REMOVE);
    assertThat(play.typed("y").line()).isEqualTo("docker rm -f -v box000000000");
  }

  @Test
  void a_reset_with_nothing_left_begins_again_without_asking() {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(FAILED, FAILED);

    play.typed(":reset").looked(REDIS_ONLY);

    assertThat(play.journal()).endsWith(new Entry.LessonReset());
    assertThat(play.did()).containsExactly(Effect.Look.class);
  }
}
