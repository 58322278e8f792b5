package dev.ropewalk.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.engine.World;
import dev.ropewalk.lesson.Seed;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The end of a lesson, and of a sitting. */
class ClosingTest {
  @TempDir private Path folder;

  /** The first lesson is done, and a container of it is left by the name extra. */
  private Rehearsal doneWith(World left) {
    Rehearsal play = Rehearsal.paced(folder).firstStepDone().typed("");
    play.looked(SampleWorld.with("box")).typed(":answer 42").input(Rehearsal.expanded("42"));
    play.looked(SampleWorld.with("box")).judged(SampleVerdict.PASSED).typed("");
    play.looked(SampleWorld.with("box"));
    String line = "docker run -d --name extra redis";
    play.typed(line).happens("create", "extra").happens("start", "extra").finished(line);
    return play.looked(left).judged(SampleVerdict.PASSED);
  }

  @Test
  void what_is_left_is_listed_and_cleared_up_after_a_yes() {
    Rehearsal play = doneWith(SampleWorld.with("box", "extra"));

    assertThat(play.said())
        .endsWith(play.said().getLast())
        .hasAtLeastOneElementOfType(Message.LessonDone.class);
    assertThat(play.said().getLast()).isInstanceOf(Message.ResetPlan.class);
    play.typed("y");
    assertThat(play.line()).startsWith("docker rm -f");
    play.finished(play.line());
    assertThat(play.line()).startsWith("docker rm -f");
    play.finished(play.line()).looked(SampleWorld.REDIS_ONLY);
    assertThat(play.state().prompt().question()).isEqualTo(Prompt.Question.NONE);
    assertThat(play.state().finished()).isTrue();
  }

  @Test
  void beside_own_shells_what_is_left_is_told_and_nobody_is_asked() {
    Rehearsal play = Rehearsal.beside(folder).open("second").looked(SampleWorld.REDIS_ONLY);
    play.happens("create", "box").happens("start", "box").judged(SampleVerdict.PASSED);
    play.looked(SampleWorld.with("box"));

    play.input(
            new Input.RanElsewhere("shell-1", "docker ps", OptionalInt.of(1), 0, Path.of("there")))
        .looked(SampleWorld.with("box"))
        .judged(SampleVerdict.PASSED);

    assertThat(play.said()).hasAtLeastOneElementOfType(Message.LessonDone.class);
    assertThat(play.note())
        .isEqualTo(
            "Still there from this lesson: container `box (redis, running)`. Remove what you do not need: `docker rm -f -v box000000000   # box`");
    assertThat(play.state().prompt().question()).isEqualTo(Prompt.Question.NONE);
  }

  @Test
  void the_next_word_is_taken_for_what_it_is_and_not_for_an_answer() {
    Rehearsal play = doneWith(SampleWorld.with("box", "extra")).typed(":next");

    assertThat(play.did()).containsExactly(Effect.Look.class);
    assertThat(play.state().script()).isEqualTo(List.of());
  }

  @Test
  void a_command_line_in_the_place_of_an_answer_is_run_and_the_way_back_told() {
    Rehearsal play = doneWith(SampleWorld.with("box", "extra")).typed("docker ps");

    assertThat(play.note())
        .isEqualTo("Nothing of it was removed; `:reset` lists it again. Your line is run.");
    assertThat(play.line()).isEqualTo("docker ps");
  }

  @Test
  void what_an_earlier_run_has_left_is_offered_again_by_a_reset_and_counts_for_nothing() {
    Rehearsal play = doneWith(SampleWorld.with("box", "extra")).typed("n").typed(":goto first");
    play.looked(SampleWorld.with("box", "extra"));
    assertThat(play.state().prompt()).isEqualTo(new Prompt("first", 1, 3, Prompt.Question.NONE));
    assertThat(play.state().standing().owned()).isEmpty();

    play.typed(":reset").looked(SampleWorld.with("box", "extra"));

    assertThat(play.said().getLast())
        .isInstanceOfSatisfying(
            Message.ResetPlan.class,
            plan ->
                assertThat(plan.belongings())
                    .extracting(Belonging::shown)
                    .containsExactly("box (redis, running)", "extra (redis, running)"));
  }

  @Test
  void what_another_lesson_has_left_in_the_way_is_offered_to_be_cleared_up() {
    Rehearsal play = doneWith(SampleWorld.with("box", "extra")).typed("n").typed(":next");
    play.looked(SampleWorld.with("box", "extra"));

    assertThat(play.said())
        .hasExactlyElementsOfTypes(Message.Door.class, Message.Note.class, Message.ResetPlan.class);
    String line = play.typed("y").line();
    assertThat(line).endsWith(SampleWorld.id("box").substring(0, 12));
    play.finished(line).looked(SampleWorld.with("extra"));
    assertThat(play.state().prompt()).isEqualTo(new Prompt("second", 1, 2, Prompt.Question.NONE));
  }

  @Test
  void who_leaves_is_told_where_it_goes_on() {
    Rehearsal play = Rehearsal.atSecondStep(folder).typed(":quit").jobs();

    assertThat(play.note())
        .isEqualTo("You have left the course. `ropewalk` goes on from here: `first`, step 2 of 3.");
  }

  private static final String VOLUME = "0123456789ab".repeat(6).substring(0, 64);

  @Test
  void volumes_without_a_name_are_counted_and_removed_by_one_command_that_can_be_copied() {
    List<Belonging> left =
        List.of(
            new Belonging(Belonging.Kind.VOLUME, "docker volume rm -f data", "data"),
            new Belonging(Belonging.Kind.VOLUME, "docker volume rm -f " + VOLUME, "0123"),
            new Belonging(
                Belonging.Kind.VOLUME, "docker volume rm -f f" + VOLUME.substring(1), "f"));

    assertThat(WayPhrases.stillThere(left, World.EMPTY))
        .isEqualTo(
            "Still there from this lesson: volume `data`, 2 volumes without a name. Remove what you do not need: `docker volume rm -f data`, `docker volume rm $(docker volume ls -q -f name=^0123456789ab -f name=^f123456789ab)`");
    assertThat(Phrases.nobodysVolumes(List.of(VOLUME)))
        .endsWith("`docker volume rm $(docker volume ls -q -f name=^0123456789ab)`");
  }

  private static final String ANSWER =
      """
      steps:
        say-six:
          checks: [{check: Six?, answer: {number: {is: 6}}}]
          solution: ":answer 6"
      """;

  @Test
  void after_a_lesson_comes_the_first_that_is_not_done() {
    Map<String, String> three = new HashMap<>();
    for (String name : List.of("10-one", "20-two", "30-three", "40-four")) {
      three.put("lessons/%s.md".formatted(name), "# L\n\nIt.\n\n## Say six\n\nGo.\n");
      three.put("checks/%s.yaml".formatted(name), ANSWER);
    }
    Rehearsal play = Rehearsal.of(folder, three, Seed.NONE).open("two");
    answered(play.looked(SampleWorld.REDIS_ONLY), "6");
    assertThat(next(play)).isEqualTo("three");
    play.typed(":goto one").looked(SampleWorld.REDIS_ONLY);
    answered(play, "6");
    assertThat(next(play)).isEqualTo("three");
    play.typed(":next").looked(SampleWorld.REDIS_ONLY);
    assertThat(play.state().lesson().orElseThrow().id().slug()).isEqualTo("three");
    play.typed(":goto four").looked(SampleWorld.REDIS_ONLY);
    answered(play, "6");
    assertThat(next(play)).isEqualTo("three");
  }

  private static String next(Rehearsal play) {
    return play.said().stream()
        .filter(Message.LessonDone.class::isInstance)
        .map(it -> ((Message.LessonDone) it).next().orElseThrow().slug())
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  private static final Map<String, String> EXAM =
      Map.of(
          "lessons/10-exam.md",
          "# Exam\n\nAll of it.\n\n## Say six\n\nGo.\n\n## Say seven\n\nGo.\n",
          "checks/10-exam.yaml",
          """
          hints: none
          steps:
            say-six:
              checks: [{check: Six?, answer: {number: {is: 6}}, points: 3}]
              solution: ":answer 6"
            say-seven:
              checks: [{check: Seven?, answer: {number: {is: 7}}}]
              solution: ":answer 7"
          """);

  private Rehearsal exam() {
    return Rehearsal.of(folder, EXAM, Seed.NONE).open("exam").looked(SampleWorld.REDIS_ONLY);
  }

  private static Rehearsal answered(Rehearsal play, String number) {
    play.typed(":answer " + number).input(Rehearsal.expanded(number));
    return play.looked(SampleWorld.REDIS_ONLY).judged(SampleVerdict.PASSED);
  }

  @Test
  void an_exam_ends_with_the_points() {
    Rehearsal play = answered(answered(exam(), "6"), "7");

    assertThat(play.said()).contains(new Message.Note("You have 4 of 4 points."));
  }

  @Test
  void a_step_of_an_exam_that_was_skipped_earns_nothing() {
    Rehearsal play = exam().typed(":skip").looked(SampleWorld.REDIS_ONLY);
    play.input(Rehearsal.expanded("6")).looked(SampleWorld.REDIS_ONLY).judged(SampleVerdict.PASSED);

    answered(play, "7");

    assertThat(play.said())
        .contains(
            new Message.Note("You have 1 of 4 points; a step earned none, for ropewalk did it."));
  }
}
