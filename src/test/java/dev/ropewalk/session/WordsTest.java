package dev.ropewalk.session;

import static dev.ropewalk.session.SampleVerdict.FAILED;
import static dev.ropewalk.session.SampleVerdict.PASSED;
import static dev.ropewalk.session.SampleWorld.REDIS_ONLY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.journal.Entry;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Seed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of ropewalk at the prompt. */
final class WordsTest {
  @TempDir private Path folder;

  private static Message.Note note(Rehearsal play) {
    return (Message.Note) play.said().getLast();
  }

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

    assertThat(note(play).text()).isEqualTo("There is no word `:chekc`. Did you mean `:check`?");
    assertThat(play.did()).containsExactly(Effect.Ready.class);
  }

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
  void a_beginning_that_several_lessons_have_is_answered_with_all_of_them() {
    Map<String, String> files = new LinkedHashMap<>();
    for (String name : List.of("10-run-it", "20-run-on", "30-stop")) {
      files.put("lessons/" + name + ".md", "# A lesson\n\n## Run it\n\nGo.\n");
      files.put(
          "checks/" + name + ".yaml",
          "steps: {run-it: {checks: [{check: It ran, container: a, expect: {state: running}}], solution: docker run a}}");
    }
    Rehearsal play = Rehearsal.of(folder, files, Seed.NONE);

    assertThat(note(play.typed(":goto run")).text())
        .isEqualTo("`run` can be several lessons: `run-it`, `run-on`. Type more of the name.");
    assertThat(play.did()).containsExactly(Effect.Ready.class);
    assertThat(play.typed(":goto run-o").did()).containsExactly(Effect.Look.class);
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

  @Test
  void going_to_a_step_does_the_steps_before_it() {
    Rehearsal play = Rehearsal.opened(folder).typed(":goto first/3").looked(REDIS_ONLY);
    assertThat(play.said())
        .endsWith(
            new Message.StagePlan(
                "To get to `remove-it`, ropewalk runs:",
                List.of("docker create --name box redis", "docker start box", ":answer 42")));
    assertThat(play.only(Effect.Ready.class).prompt().question()).isEqualTo(Prompt.Question.RUN);

    play.typed("y").happens("create", "box").finished("docker create --name box redis");
    play.happens("start", "box").finished("docker start box").looked(SampleWorld.with("box"));
    play.judged(PASSED, PASSED).woken().judged(PASSED, PASSED);
    assertThat(play.only(Effect.Expand.class).words()).isEqualTo("42");
    play.input(Rehearsal.expanded("42")).looked(SampleWorld.with("box")).judged(PASSED);

    assertThat(play.only(Effect.Ready.class).prompt().step()).isEqualTo(3);
    assertThat(play.state().standing().done()).hasSize(2);
  }

  @Test
  void a_step_named_from_outside_is_reached_in_the_same_way() {
    Rehearsal play = Rehearsal.in(folder).openAt("second", "list-it").looked(REDIS_ONLY);

    assertThat(play.line()).isEqualTo("docker run -d --name box redis");
  }

  @Test
  void a_step_that_is_done_already_is_not_gone_back_to() {
    Rehearsal play = Rehearsal.opened(folder).firstStepDone().typed(":goto first/start-it");

    play.looked(SampleWorld.with("box"));

    assertThat(note(play).text())
        .isEqualTo("The step `start-it` is done already. `:reset` begins the lesson again.");
    assertThat(play.did()).containsExactly(Effect.Ready.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {":goto", ":goto thrid", ":goto first/9", ":goto first/0", ":goto first/nowhere"})
  void going_nowhere_leaves_everything_as_it_is(String line) {
    Rehearsal play = Rehearsal.opened(folder).typed(line);

    assertThat(play.said()).hasExactlyElementsOfTypes(Message.Note.class);
    assertThat(play.did()).containsExactly(Effect.Ready.class);
    assertThat(play.state().number()).isEqualTo(1);
  }

  @Test
  void going_to_a_step_of_a_lesson_that_cannot_be_read_says_so() throws Exception {
    Rehearsal play = Rehearsal.opened(folder);
    Files.delete(folder.resolve("lessons/20-second.md"));

    play.typed(":goto second/1");

    assertThat(play.said()).hasExactlyElementsOfTypes(Message.Trouble.class);
    assertThat(play.did()).containsExactly(Effect.Ready.class);
  }

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

  @ParameterizedTest
  @ValueSource(strings = {"", "n", "no", ":hint"})
  void no_removes_nothing(String line) {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(FAILED, FAILED);

    play.typed(":reset").looked(SampleWorld.with("box")).typed(line);

    assertThat(note(play).text()).isEqualTo("Nothing was removed.");
    assertThat(play.did()).doesNotContain(Effect.Run.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"docker rm -f box", "yess", "maybe"})
  void what_is_neither_yes_nor_no_is_told_so_and_asked_again(String line) {
    Rehearsal play = Rehearsal.opened(folder).runs("box").judged(FAILED, FAILED);

    play.typed(":reset").looked(SampleWorld.with("box")).typed(line);

    assertThat(note(play).text()).startsWith("`" + line + "` is neither yes nor no.");
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

  @Test
  void next_waits_for_the_step_and_says_how_to_leave() {
    Rehearsal play = Rehearsal.opened(folder).typed(":next");

    assertThat(note(play).text()).startsWith("This step is not done yet.");
    assertThat(play.state().lesson().map(lesson -> lesson.id()))
        .isEqualTo(Optional.of(new LessonId("first")));
  }

  @Test
  void at_a_shut_door_words_of_the_step_say_what_is_missing() {
    Rehearsal play = Rehearsal.in(folder).open("second").looked(SampleWorld.with("box"));

    assertThat(note(play.typed(":hint")).text()).startsWith("This lesson is not open yet.");
    assertThat(note(play.typed(":reset")).text()).isNotBlank();
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
    assertThat(note(play).text()).contains("`ropewalk` goes on from here");
  }

  @Test
  void quit_tells_once_of_jobs_that_would_end() {
    Rehearsal play = Rehearsal.opened(folder).typed(":quit").jobs("[1]+  Running    sleep 9 &");

    assertThat(note(play).text()).contains("`[1]+ Running sleep 9 &`", "`:quit` once more");
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
    assertThat(note(Rehearsal.opened(folder).typed("  :goto")).text()).contains("`:goto");

    assertThat(Rehearsal.opened(folder).typed(": >file").line()).isEqualTo(": >file");
    assertThat(Rehearsal.opened(folder).typed(":").line()).isEqualTo(":");
  }

  @Test
  void a_beginning_of_several_words_tells_them() {
    assertThat(note(Rehearsal.opened(folder).typed(":h")).text())
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
