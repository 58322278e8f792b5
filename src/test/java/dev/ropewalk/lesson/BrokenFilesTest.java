package dev.ropewalk.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ropewalk.Golden;
import dev.ropewalk.text.BrokenSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every file of {@code src/test/resources/broken}, put in the place of a good one, is refused with
 * exactly the words of the {@code .err} beside it.
 */
final class BrokenFilesTest {
  private static final Path BROKEN = Path.of("src", "test", "resources", "broken");
  private static final String PROSE = "# Broken\n\n## Run it\n\nGo.\n";
  private static final String CHECKS =
      """
      steps:
        run-it:
          checks: [{check: box runs, container: box, expect: {state: running}}]
          solution: docker run -d --name box redis
      """;

  @TempDir private Path folder;

  static List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(BROKEN)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(".err"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void a_broken_file_is_refused_with_all_that_is_wrong_in_it(String name) throws IOException {
    place("lessons/10-broken.md", PROSE);
    place("checks/10-broken.yaml", CHECKS);
    Path good =
        folder.resolve(name.endsWith(".md") ? "lessons/10-broken.md" : "checks/10-broken.yaml");
    Files.write(good, Files.readAllBytes(BROKEN.resolve(name)));
    Course course = Course.open(folder);

    BrokenSource broken =
        catchThrowableOfType(BrokenSource.class, () -> course.lesson(new LessonId("broken")));

    assertThat(broken).as("it is refused").isNotNull();
    Golden.assertSame("../broken/" + name + ".err", String.valueOf(broken.getMessage()));
  }

  @Test
  void the_files_that_are_broken_on_purpose_are_otherwise_good() throws IOException {
    place("lessons/10-broken.md", PROSE);
    place("checks/10-broken.yaml", CHECKS);

    Lesson lesson = Course.open(folder).lesson(new LessonId("broken"));

    assertThat(lesson.steps()).extracting(Step::title).containsExactly("Run it");
  }

  private void place(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), text);
  }
}
