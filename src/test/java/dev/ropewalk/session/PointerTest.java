package dev.ropewalk.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Step;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a line that was plainly a try at the step, and that went elsewhere. */
final class PointerTest {
  private static Step step(int number) {
    Course course = Course.open(Path.of("").toAbsolutePath());
    LessonId id = course.find("what-is-docker").orElseThrow();
    Lesson lesson = course.lesson(id);
    return lesson.steps().get(number - 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2|cat /etc/os-release|0|this computer's own `cat`",
        "4|uname -r|0|this computer's own `uname`",
        "5|same|127|`:answer same`",
        "5|answer same|127|`:answer`",
        "7|rm hello|1|`docker rm`",
        "1|dokcer run --name hello hello-world|127|`docker`",
      })
  void a_try_that_went_elsewhere_gets_one_line(int step, String line, int exitCode, String said) {
    assertThat(Pointer.of(line, exitCode, Optional.of(step(step))).orElse("")).contains(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"1|ls|0", "4|docker run --name kernel busybox uname -r|0", "4|pwd|0", "1|foo|127"})
  void anything_else_gets_none(int step, String line, int exitCode) {
    assertThat(Pointer.of(line, exitCode, Optional.of(step(step)))).isEmpty();
  }
}
