package dev.ropewalk.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.ropewalk.text.BrokenSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder of lessons. */
final class CourseTest {
  private static final String PROSE = "# A lesson\n\nAbout it.\n\n## Run it\n\nGo.\n";
  private static final String CHECKS =
      """
      steps:
        run-it:
          checks: [{check: box runs, container: box, expect: {state: running}}]
          solution: docker run -d --name box redis
      """;

  @TempDir private Path folder;

  private Course course(String... stems) throws IOException {
    for (String stem : stems) {
      write("lessons/" + stem + ".md", PROSE);
      write("checks/" + stem + ".yaml", CHECKS);
    }
    return Course.open(folder);
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), text);
  }

  static List<LessonId> ours() {
    return Course.open(Path.of("")).lessons();
  }

  @ParameterizedTest
  @MethodSource("ours")
  void every_lesson_of_this_course_can_be_read(LessonId id) {
    assertThat(Course.open(Path.of("")).lesson(id).steps()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lessons/10-a.md", "checks/10-a.yaml"})
  void a_link_out_of_the_course_is_refused_and_nothing_behind_it_shown(
      String name, @TempDir Path elsewhere) throws IOException {
    Course course = course("10-a");
    Files.delete(folder.resolve(name));
    Path secret = Files.writeString(elsewhere.resolve("secret"), "password: [\n");
    Files.createSymbolicLink(folder.resolve(name), secret);

    assertThatThrownBy(() -> course.lesson(new LessonId("a")))
        .isInstanceOf(BrokenSource.class)
        .hasMessageContaining(name + ":1:1: error: this is a link out of the course")
        .hasMessageNotContaining("password");
  }

  @Test
  void a_link_inside_the_course_is_followed() throws IOException {
    Course course = course("10-a");
    Files.move(folder.resolve("checks/10-a.yaml"), folder.resolve("a.yaml"));
    Files.createSymbolicLink(folder.resolve("checks/10-a.yaml"), Path.of("../a.yaml"));

    assertThat(course.lesson(new LessonId("a")).steps()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lessons/10-a.md", "checks/10-a.yaml"})
  void a_pipe_in_the_place_of_a_file_keeps_nobody_waiting(String name) throws Exception {
    Course course = course("10-a");
    Files.delete(folder.resolve(name));
    Path pipe = folder.resolve(name);
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    assertTimeoutPreemptively(
        Duration.ofMinutes(2),
        () ->
            assertThatThrownBy(() -> course.lesson(new LessonId("a")))
                .isInstanceOf(BrokenSource.class)
                .hasMessageContaining(name)
                .hasMessageContaining("no regular file"));
  }

  @Test
  void the_numbers_give_the_order() throws IOException {
    Course course = course("100-last", "20-second", "3-first", "20-between");

    assertThat(course.lessons())
        .extracting(LessonId::slug)
        .containsExactly("first", "between", "second", "last");
    assertThat(course.after(new LessonId("second"))).contains(new LessonId("last"));
    assertThat(course.after(new LessonId("last"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "port-binding, port-binding",
    "50, port-binding",
    "50-port-binding, port-binding",
    "port, port-binding",
    "portal, portal",
    "log, logs",
    "60, logs",
  })
  void a_lesson_is_found_by_name_number_or_beginning(String name, String found) throws IOException {
    Course course = course("50-port-binding", "55-portal", "60-logs");
    Optional<LessonId> wanted =
        name.equals("port") ? Optional.empty() : Optional.of(new LessonId(found));

    assertThat(course.find(name)).isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource({"1, first", "2, second", "3, ", "10, first", "20, second", "02, "})
  void a_number_is_that_of_the_list_or_of_the_file(String number, String found) throws IOException {
    Course course = course("10-first", "20-second");

    assertThat(course.find(number).map(LessonId::slug)).isEqualTo(Optional.ofNullable(found));
  }

  @Test
  void a_number_that_means_two_lessons_is_answered_with_both() throws IOException {
    Course course = course("2-first", "3-second");

    assertThat(course.candidates("2"))
        .containsExactly(new LessonId("first"), new LessonId("second"));
  }

  @ParameterizedTest
  @CsvSource({"1, run-it", "run-it, run-it", "RUN-IT, run-it", "0, ", "2, ", "run, ", "01, "})
  void a_step_is_found_by_name_or_number(String name, String found) throws IOException {
    Course.Outline outline = course("10-a").outline(new LessonId("a"));

    assertThat(outline.find(name).map(StepId::slug)).isEqualTo(Optional.ofNullable(found));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "6", "po", "Logs", "60-", "binding", "../logs", "070"})
  void what_means_no_lesson_or_two_is_not_found(String name) throws IOException {
    assertThat(course("50-port-binding", "55-portal", "60-logs").find(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "README.md, the name of a lesson file is",
    "Logs.md, the name of a lesson file is",
    "10-Logs.md, the name of a lesson file is",
    "10-log_s.md, the name of a lesson file is",
    "20-logs.md, there are two lessons `logs`",
  })
  void a_name_that_is_none_is_refused(String name, String says) throws IOException {
    course("10-logs");
    write("lessons/" + name, PROSE);

    assertThatThrownBy(() -> Course.open(folder))
        .isInstanceOf(BrokenSource.class)
        .hasMessageStartingWith("lessons/" + name + ":1:1: error: " + says);
  }

  @Test
  void other_files_beside_the_lessons_do_not_matter() throws IOException {
    course("10-logs");
    write("lessons/.10-logs.md.swp", "");
    write("lessons/picture.png", "");

    assertThat(Course.open(folder).lessons()).hasSize(1);
  }

  @Test
  void a_folder_without_lessons_is_refused() throws IOException {
    assertThatThrownBy(() -> Course.open(folder)).hasMessageContaining("cannot be read");
    Files.createDirectories(folder.resolve("lessons"));
    assertThatThrownBy(() -> Course.open(folder)).hasMessageContaining("there is no lesson");
  }

  @Test
  void a_lesson_without_its_check_file_is_refused_when_it_is_read() throws IOException {
    Course course = course("10-logs");
    Files.delete(folder.resolve("checks/10-logs.yaml"));

    assertThat(course.outline(new LessonId("logs")).steps()).containsExactly(new StepId("run-it"));
    assertThatThrownBy(() -> course.lesson(new LessonId("logs")))
        .hasMessageStartingWith("checks/10-logs.yaml:1:1: error: there is no such file");
  }

  /** They are proved on a real engine, which takes long to tell of a slip of the pen. */
  @ParameterizedTest
  @ValueSource(strings = {"nouns", "keys", "language"})
  void the_lessons_for_tests_can_be_read(String name) {
    Course course = Course.open(Path.of("src", "test", "resources", name));

    assertThat(course.lessons())
        .isNotEmpty()
        .allSatisfy(id -> assertThat(course.lesson(id).steps()).isNotEmpty());
    assertThat(course.strays()).isEmpty();
  }

  @Test
  void a_lesson_is_read_once() throws IOException {
    Course course = course("10-logs");

    assertThat(course.lesson(new LessonId("logs"))).isSameAs(course.lesson(new LessonId("logs")));
  }

  @Test
  void a_check_file_of_windows_is_read_like_any_other() throws IOException {
    Course course = course("10-logs");
    write("lessons/10-logs.md", "\uFEFF" + PROSE.replace("\n", "\r\n"));
    write("checks/10-logs.yaml", "\uFEFF" + CHECKS.replace("\n", "\r\n"));

    assertThat(course.lesson(new LessonId("logs")).title()).isEqualTo("A lesson");
  }
}
