package dev.ropewalk.author;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.command.StoredHelps;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.text.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Public exercises that were written anew by people who knew the documents alone. What they were
 * told is content has to stay so.
 */
final class TeachersCoursesTest {
  @ParameterizedTest
  @CsvSource({"labs, 10", "fifteen, 15"})
  void there_is_nothing_to_complain_about(String name, int lessons) {
    Course course = Course.open(Path.of("src/test/resources/teachers", name));

    assertThat(course.lessons()).hasSize(lessons);
    assertThat(new Lint(StoredHelps.table(StoredHelps.OLD)).course(course))
        .extracting(Diagnostic::toString)
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"labs", "fifteen"})
  void the_page_of_their_proofs_has_each_lesson_with_its_steps(String name) throws IOException {
    Course course = Course.open(Path.of("src/test/resources/teachers", name));
    String page = Files.readString(Path.of("docs/proved-exercises.md"));

    assertThat(course.lessons())
        .allSatisfy(
            id ->
                assertThat(page)
                    .contains(
                        "| `%s` | %s |".formatted(id.slug(), course.lesson(id).steps().size())));
  }
}
