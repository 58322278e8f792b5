package dev.ropewalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.author.NewLesson;
import dev.ropewalk.lesson.CheckFile;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.sandbox.TrustLevel;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lesson that is not graded on just any engine. */
final class GradeTrustTest {
  @TempDir private Path folder;
  private final StringWriter err = new StringWriter();

  @Test
  void a_lesson_is_not_graded_below_the_level_that_it_demands() throws Exception {
    Path course = folder.resolve("course");
    NewLesson.write(course, new LessonId("hard"));
    try (var files = Files.list(course.resolve("checks"))) {
      Path checks = files.findFirst().orElseThrow();
      String text = Files.readString(checks);
      Files.writeString(
          checks,
          text.contains("\nneeds:\n")
              ? text.replace("\nneeds:\n", "\nneeds:\n  trust: namespaces\n")
              : "needs:\n  trust: namespaces\n" + text);
    }

    int code = run(course, "grade hard --here ada --trust none --out " + folder.resolve("out"));

    assertThat(code).as(err.toString()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(err.toString().lines())
        .containsExactly(
            "error: the lesson `hard` is graded on engines of the level `namespaces` or higher, and this one is of the level `none`",
            "  fix: use private engines: leave out `--engine` and `--here`");
  }

  @Test
  void what_a_lesson_may_demand_are_the_levels_there_are() {
    assertThat(CheckFile.TRUST)
        .isEqualTo(Arrays.stream(TrustLevel.values()).skip(1).map(TrustLevel::word).toList());
  }

  private int run(Path course, String line) {
    Places places =
        new Places(
            course, folder.resolve("state"), folder.resolve("cache"), folder.resolve("home"));
    Context context =
        new Context(
            Map.of("PATH", "", "DOCKER_HOST", "unix://" + folder + "/none"),
            places,
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            Clock.systemUTC());
    return Main.run(context, line.split(" "));
  }
}
