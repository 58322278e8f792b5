package dev.ropewalk.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ropewalk.Golden;
import dev.ropewalk.text.BrokenSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lessons in folders, and in more than one language. */
final class TranslationTest {
  private static final LessonId BOXES = new LessonId("boxes");
  private static final String PROSE =
      """
      # Boxes

      About boxes.

      ## Run it

      Go.

      ### Why it worked

      It ran.

      ## Stop it

      Stop.
      """;
  private static final String CHECKS =
      """
      steps:
        run-it:
          checks: [{check: box runs, container: box, expect: {state: running}}]
          solution: docker run -d --name box redis
        stop-it:
          checks: [{check: box is stopped, container: box, expect: {state: exited}}]
          solution: docker stop box
      """;
  private static final String GERMAN =
      """
      # Kisten

      Von Kisten.

      ## Lass sie laufen {#run-it}

      Los.

      ### Warum es ging {#why-it-worked}

      Sie lief.

      ## Halte sie an {#stop-it}

      Halt.
      """;

  @TempDir private Path folder;

  private void write(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), text);
  }

  private Course course(String prose, String german, String text) throws IOException {
    write("checks/10-boxes.yaml", CHECKS);
    write(prose, PROSE);
    write(german, text);
    return Course.open(folder);
  }

  private Course beside(String german) throws IOException {
    return course("lessons/10-boxes.md", "lessons/10-boxes.de.md", german);
  }

  private static Languages wanted(String... tags) {
    return new Languages(List.of(tags));
  }

  @ParameterizedTest
  @ValueSource(strings = {"lessons/10-boxes", "lessons/10-boxes/lesson"})
  void a_lesson_is_read_in_the_language_that_is_wanted(String stem) throws IOException {
    Course course = course(stem + ".md", stem + ".de.md", GERMAN);

    Lesson german = course.in(wanted("fr", "de-AT")).lesson(BOXES);

    assertThat(german.title()).isEqualTo("Kisten");
    assertThat(german.steps())
        .extracting(step -> step.id().slug(), Step::title, Step::debrief)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("run-it", "Lass sie laufen", "Sie lief."),
            org.assertj.core.api.Assertions.tuple("stop-it", "Halte sie an", ""));
    assertThat(course.lesson(BOXES).title()).isEqualTo("Boxes");
    assertThat(course.in(wanted("fr")).lesson(BOXES).title()).isEqualTo("Boxes");
    assertThat(course.in(wanted("de")).outline(BOXES).title()).isEqualTo("Kisten");
  }

  @Test
  void who_wants_the_language_of_the_original_first_gets_that() throws IOException {
    write("course.yaml", "title: Boxes\nlanguage: en\n");
    Course course = beside(GERMAN);

    assertThat(course.in(wanted("en-US", "de")).lesson(BOXES).title()).isEqualTo("Boxes");
    assertThat(course.languages()).containsExactly("en", "de");
  }

  @Test
  void each_difference_of_the_steps_is_told_with_its_remedy() throws IOException {
    String differs =
        GERMAN
            .replace(" {#run-it}", "")
            .replace(" {#why-it-worked}", "")
            .replace("#stop-it", "#Stop it");
    Course course = beside(differs).in(wanted("de"));

    BrokenSource broken = catchThrowableOfType(BrokenSource.class, () -> course.lesson(BOXES));

    Golden.assertSame("lesson/translation-differs.err", String.valueOf(broken.getMessage()));
  }

  @Test
  void headings_without_names_are_told_the_ones_they_want() throws IOException {
    String differs = GERMAN.replaceAll(" \\{#[a-z-]+}", "");
    Course course = beside(differs).in(wanted("de"));

    BrokenSource broken = catchThrowableOfType(BrokenSource.class, () -> course.lesson(BOXES));

    Golden.assertSame("lesson/translation-without-names.err", String.valueOf(broken.getMessage()));
  }

  @Test
  void another_order_and_a_missing_debrief_are_told() throws IOException {
    String[] parts = GERMAN.split("(?m)^(?=## )");
    String differs = parts[0] + parts[2] + "\n" + parts[1].replace(" {#why-it-worked}", "");
    Course course = beside(differs).in(wanted("de"));

    assertThatThrownBy(() -> course.lesson(BOXES))
        .hasMessageContaining("in the original the step `run-it` stands here")
        .hasMessageContaining("give its heading here the ending `{#why-it-worked}`");
  }

  @Test
  void a_missing_step_is_told() throws IOException {
    Course course = beside(GERMAN.split("(?m)^(?=## Halte)")[0]).in(wanted("de"));

    assertThatThrownBy(() -> course.lesson(BOXES))
        .hasMessageContaining(
            "lessons/10-boxes.de.md:1:1: error: this translation has no step `stop-it`")
        .hasMessageContaining("add a heading that ends with `{#stop-it}`");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lessons/10-boxs.de.md", "lessons/20-boxes.de.md"})
  void a_translation_of_no_lesson_is_refused(String name) throws IOException {
    assertThatThrownBy(() -> course("lessons/10-boxes.md", name, GERMAN))
        .hasMessageContaining(name)
        .hasMessageContaining("there is no lesson of which this is a translation");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"lessons/10-boxes.DE.md", "lessons/10-boxes.english.md", "lessons/10-boxes.xx.md"})
  void a_language_that_there_is_not_is_refused(String name) throws IOException {
    assertThatThrownBy(() -> course("lessons/10-boxes.md", name, GERMAN))
        .hasMessageContaining("is no language");
  }

  @Test
  void a_folder_of_pictures_beside_a_lesson_is_no_lesson() throws IOException {
    write("lessons/10-boxes/net.svg", "<svg/>");

    assertThat(beside(GERMAN).lessons()).containsExactly(BOXES);
  }

  @Test
  void a_folder_without_a_text_is_refused() throws IOException {
    write("lessons/20-more/net.svg", "<svg/>");

    assertThatThrownBy(() -> beside(GERMAN))
        .hasMessageContaining(
            "lessons/20-more:1:1: error: this folder of a lesson has no `lesson.md`");
  }

  @Test
  void a_file_and_a_folder_of_one_lesson_are_refused() throws IOException {
    write("lessons/10-boxes/lesson.md", PROSE);

    assertThatThrownBy(() -> beside(GERMAN)).hasMessageContaining("there are two lessons `boxes`");
  }
}
