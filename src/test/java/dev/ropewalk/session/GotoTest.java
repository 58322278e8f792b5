package dev.ropewalk.session;

import static dev.ropewalk.session.SampleVerdict.PASSED;
import static dev.ropewalk.session.SampleWorld.REDIS_ONLY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.lesson.Seed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way to another step or lesson. */
final class GotoTest {
  @TempDir private Path folder;

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

    assertThat(play.typed(":goto run").note())
        .isEqualTo("`run` can be several lessons: `run-it`, `run-on`. Type more of the name.");
    assertThat(play.did()).containsExactly(Effect.Ready.class);
    assertThat(play.typed(":goto run-o").did()).containsExactly(Effect.Look.class);
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
  void a_step_that_is_done_already_is_shown_and_not_gone_back_to() {
    Rehearsal play = Rehearsal.opened(folder).firstStepDone().typed(":goto first/start-it");

    play.looked(SampleWorld.with("box"));

    assertThat(play.note())
        .isEqualTo(
            "The step `start-it` is done already, so it is only shown. Step 2 is open, `say-it`: `:step` shows it. `:reset` begins the lesson again.");
    assertThat(play.said())
        .filteredOn(Message.StepText.class::isInstance)
        .extracting(
            said ->
                ((Message.StepText) said).step().id().slug() + ((Message.StepText) said).number())
        .containsExactly("start-it1");
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
}
