package dev.ropewalk.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.engine.World;
import dev.ropewalk.lesson.Seed;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a learner is told of a course and of a lesson's place in it when these are opened. */
final class BuildsOnTest {
  private static final String DESCRIPTION =
      """
      title: Boxes
      modules:
        - {title: All, lessons: [first, {lesson: third, requires: [first]}]}
      """;

  @TempDir private Path folder;

  private Rehearsal course() {
    Map<String, String> files = new HashMap<>(TwoLessons.FILES);
    files.put("course.yaml", DESCRIPTION);
    files.put("lessons/30-third.md", "# Third\n\n## List it\n\nGo.\n");
    files.put(
        "checks/30-third.yaml",
        "steps: {list-it: {checks: [{check: Listed, typed: {docker: ps}}], solution: docker ps}}");
    return Rehearsal.of(folder, files, Seed.NONE);
  }

  private static List<String> asides(Rehearsal play) {
    return play.said().stream()
        .filter(Message.Aside.class::isInstance)
        .map(message -> ((Message.Aside) message).text())
        .toList();
  }

  @Test
  void who_opens_a_lesson_out_of_its_turn_is_told_what_it_builds_on() {
    Rehearsal play = course().open("third").looked(World.EMPTY);

    assertThat(asides(play))
        .containsExactly(
            "This lesson builds on `first`, which you have not done yet. `:goto first` leads there.");
  }

  @Test
  void a_lesson_that_builds_on_nothing_says_nothing_of_it() {
    assertThat(asides(course().open("first").looked(World.EMPTY))).isEmpty();
  }
}
