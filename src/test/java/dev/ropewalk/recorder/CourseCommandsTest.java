package dev.ropewalk.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.command.DockerCommand;
import dev.ropewalk.command.DockerLine;
import dev.ropewalk.command.StoredHelps;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@link TransparencyIT} compares is no less than what the course has learners type. */
final class CourseCommandsTest {
  private static final Path COMPARED = Path.of("src/test/resources/recorder/commands.txt");

  @Test
  void every_docker_command_of_the_course_is_compared_with_the_direct_socket() throws IOException {
    Course course = Course.open(Path.of(""));

    Set<String> used =
        course.lessons().stream()
            .flatMap(id -> course.lesson(id).steps().stream())
            .flatMap(CourseCommandsTest::lines)
            .flatMap(CourseCommandsTest::commands)
            .collect(Collectors.toSet());
    Set<String> compared =
        Files.readString(COMPARED)
            .lines()
            .filter(line -> !line.startsWith("#"))
            .flatMap(CourseCommandsTest::commands)
            .collect(Collectors.toSet());

    assertThat(used).contains("run", "exec", "logs", "build");
    assertThat(compared).containsAll(used);
  }

  private static Stream<String> lines(Step step) {
    return Stream.concat(
        step.solution().commands().stream(),
        step.accept().stream().flatMap(script -> script.commands().stream()));
  }

  private static Stream<String> commands(String line) {
    return DockerLine.parse(line, StoredHelps.table(StoredHelps.NEW)).stream()
        .filter(DockerCommand::isUnderstood)
        .map(DockerCommand::name)
        // A test of its own compares these, where the plugin is.
        .filter(name -> !name.startsWith("compose"));
  }
}
