package dev.ropewalk.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.lesson.LessonId;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words of ropewalk at the prompt, and lines that nobody knows. */
final class WordsTest {
  @TempDir private Path folder;

  @Test
  void hints_come_one_by_one_and_the_last_one_again() {
    Rehearsal play = Rehearsal.opened(folder);

    assertThat(play.typed(":hint").said()).containsExactly(new Message.Hint("Start one.", 1, 2));
    assertThat(play.typed(":h").said())
        .as("`:help` begins so, too")
        .doesNotHaveAnyElementsOfTypes(Message.Hint.class);
    assertThat(play.typed(":hi").said()).containsExactly(new Message.Hint("Name it box.", 2, 2));
    assertThat(play.typed(":hint").said()).containsExactly(new Message.Hint("Name it box.", 2, 2));
  }

  @Test
  void an_unknown_word_gets_the_nearest() {
    Rehearsal play = Rehearsal.opened(folder).typed(":chekc");

    assertThat(play.note()).isEqualTo("There is no word `:chekc`. Did you mean `:check`?");
    assertThat(play.did()).containsExactly(Effect.Ready.class);
  }

  @Test
  void next_waits_for_the_step_and_says_how_to_leave() {
    Rehearsal play = Rehearsal.opened(folder).typed(":next");

    assertThat(play.note()).startsWith("This step is not done yet.");
    assertThat(play.state().lesson().map(lesson -> lesson.id()))
        .isEqualTo(Optional.of(new LessonId("first")));
  }

  @Test
  void at_a_shut_door_words_of_the_step_say_what_is_missing() {
    Rehearsal play = Rehearsal.in(folder).open("second").looked(SampleWorld.with("box"));

    assertThat(play.typed(":hint").note()).startsWith("This lesson is not open yet.");
    assertThat(play.typed(":reset").note()).isNotBlank();
  }

  @Test
  void an_empty_line_gives_the_prompt_back() {
    assertThat(Rehearsal.opened(folder).typed("  ").effects())
        .hasExactlyElementsOfTypes(Effect.Ready.class);
  }

  @Test
  void quit_ends_the_session() {
    Rehearsal play = Rehearsal.opened(folder).typed(":quit");
    assertThat(play.effects()).containsExactly(new Effect.AskJobs());

    assertThat(play.jobs().effects()).endsWith(new Effect.Quit());
    assertThat(play.note()).contains("`ropewalk` goes on from here");
  }

  @Test
  void quit_tells_once_of_jobs_that_would_end() {
    Rehearsal play = Rehearsal.opened(folder).typed(":quit").jobs("[1]+  Running    sleep 9 &");

    assertThat(play.note()).contains("`[1]+ Running sleep 9 &`", "`:quit` once more");
    assertThat(play.effects()).doesNotContain(new Effect.Quit());
    assertThat(play.typed(":quit").effects()).endsWith(new Effect.Quit());
  }

  @Test
  void after_another_line_quit_tells_of_jobs_again() {
    Rehearsal play = Rehearsal.opened(folder).typed(":quit").jobs("[1]+  Running    sleep 9 &");

    assertThat(play.typed(":step").typed(":quit").effects()).containsExactly(new Effect.AskJobs());
  }

  @Test
  void a_word_may_stand_behind_blanks_and_a_colon_alone_is_the_shell_s() {
    assertThat(Rehearsal.opened(folder).typed("  :goto").note()).contains("`:goto");

    assertThat(Rehearsal.opened(folder).typed(": >file").line()).isEqualTo(": >file");
    assertThat(Rehearsal.opened(folder).typed(":").line()).isEqualTo(":");
  }

  @Test
  void a_beginning_of_several_words_tells_them() {
    assertThat(Rehearsal.opened(folder).typed(":h").note())
        .isEqualTo("`:h` can be several words: `:help`, `:hint`.");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          hint            | 127 | `:hint` is the word of ropewalk, with a colon.
          quit            | 127 | `:quit` is the word of ropewalk, with a colon.
          goto logs       | 127 | `:goto` is the word of ropewalk, with a colon.
          help            | 0   | `:help` is the word of ropewalk, with a colon.
          dokcer run x    | 127 | There is no command `dokcer`. Did you mean `docker`?
          """,
      delimiter = '|')
  void a_line_that_bash_does_not_know_gets_a_pointer(String line, int code, String pointer) {
    Rehearsal play = Rehearsal.opened(folder).typed(line).finished(line, code);

    assertThat(play.said()).containsExactly(new Message.Aside(pointer));
  }

  @ParameterizedTest
  @CsvSource({"help cd, 0", "hint, 0", "frobnicate, 127", "docker, 127", "dokcer run, 125"})
  void other_lines_get_none(String line, int code) {
    Rehearsal play = Rehearsal.opened(folder).typed(line).finished(line, code);

    assertThat(play.said()).isEmpty();
  }
}
