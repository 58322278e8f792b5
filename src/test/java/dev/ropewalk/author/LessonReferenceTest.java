package dev.ropewalk.author;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.command.CommandTable;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.LessonId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the reference says of the Markdown of lessons is what lint says. */
final class LessonReferenceTest {
  private static final String STEP =
      """
      ## Run it

      > **Do:** Run something.
      """;
  private static final String LESSON = "# Boxes\n\n" + STEP;

  /** A lesson for each sentence of the reference, in its order. */
  private static final List<String> REFUSED =
      List.of(
          STEP,
          LESSON + "\n# More\n",
          "# Boxes\n",
          LESSON + "\n" + STEP,
          LESSON + "\n## ...\n",
          "# Boxes\n\n## Run it {#Run it}\n",
          LESSON + "\n### Why it worked\n\nSo.\n\n### Why it worked\n\nSo.\n",
          "---\ntitle: Boxes\n---\n" + LESSON,
          LESSON,
          "# Boxes\n\n## Clean up\n",
          LESSON,
          "# Boxes\n\n## Run it\n\nRun something.\n",
          "# Boxes\n\n## Run it\n\n> **Do:** Type `docker run --name box redis`.\n");

  private static final String CHECKS =
      """
      needs: {images: [redis]}
      steps:
        run-it:
          checks: [{check: It is there, container: box, expect: {state: running}}]
          solution: docker run --name box redis
      """;

  @TempDir private Path folder;

  @Test
  void what_is_refused_is_told_in_the_words_of_the_reference() throws IOException {
    List<String> refusals = LessonReference.refusals();
    List<String> missing = new ArrayList<>();

    for (int i = 0; i < refusals.size(); i++) {
      String wanted = refusals.get(i);
      List<String> said = lint(i, wanted);
      if (!said.contains(wanted)) {
        missing.add(wanted + ", but only: " + said);
      }
    }

    assertThat(refusals).hasSameSizeAs(REFUSED);
    assertThat(missing).isEmpty();
  }

  @Test
  void the_lesson_of_the_reference_has_no_fault() throws IOException {
    Path course = folder.resolve("new");
    var unused = NewLesson.write(course, new LessonId("first-lesson"));

    assertThat(new Lint(new CommandTable(_ -> "")).course(Course.open(course))).isEmpty();
  }

  private List<String> lint(int number, String wanted) throws IOException {
    Path course = folder.resolve(String.valueOf(number));
    Files.createDirectories(course.resolve("lessons"));
    Files.createDirectories(course.resolve("checks"));
    Files.writeString(course.resolve("lessons/10-boxes.md"), REFUSED.get(number));
    String checks =
        wanted.contains("the check file has no step") ? CHECKS.replace("run-it", "go") : CHECKS;
    Files.writeString(course.resolve("checks/10-boxes.yaml"), checks);
    if (wanted.contains("no lesson has this check file")) {
      Files.writeString(course.resolve("checks/20-more.yaml"), CHECKS);
    }
    return new Lint(new CommandTable(_ -> ""))
        .course(Course.open(course)).stream()
            .map(
                found ->
                    found.severity().name().toLowerCase(java.util.Locale.ROOT)
                        + ": "
                        + found.message())
            .toList();
  }
}
