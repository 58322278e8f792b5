package dev.ropewalk.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The second course shows what can be said without the last resort. */
final class ExercisesTest {
  private static final Path FOLDER = Path.of("src/test/resources/exercises");

  @Test
  void there_are_eleven_and_none_has_a_script() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(FOLDER.resolve("checks"))) {
      files = all.toList();
    }

    assertThat(Course.open(FOLDER).lessons()).hasSize(11);
    assertThat(files)
        .hasSize(11)
        .allSatisfy(
            file -> assertThat(Files.readString(file)).doesNotContainPattern("(?m)\\bscript:"));
  }
}
