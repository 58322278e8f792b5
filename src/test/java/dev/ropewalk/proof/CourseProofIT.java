package dev.ropewalk.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ropewalk.command.CommandTable;
import dev.ropewalk.command.InstalledDocker;
import dev.ropewalk.e2e.EngineLock;
import dev.ropewalk.engine.docker.DockerJavaEngine;
import dev.ropewalk.engine.docker.EngineAddress;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.LessonId;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every step of every lesson, on the real engine: nothing passes by itself, right answers pass,
 * wrong ones are explained, those that are made from the solution too.
 */
@ExtendWith(EngineLock.class)
final class CourseProofIT {
  /** Lessons for what the course does not need. */
  private static final Path NOUNS = Path.of("src/test/resources/nouns");

  private static final Path KEYS = Path.of("src/test/resources/keys");

  /** A course of another teacher, who knows only the reference. */
  private static final Path EXERCISES = Path.of("src/test/resources/exercises");

  /** So few of them that none is tried: what survives there is not explained yet. */
  private static final Part NO_MUTANTS = new Part(1000, 1000);

  @TempDir private Path folder;

  static Stream<Arguments> lessons() {
    return Stream.concat(
        Stream.of(Path.of(""), NOUNS, KEYS)
            .flatMap(course -> lessons(Course.open(course), Part.ALL)),
        lessons(Course.open(EXERCISES), NO_MUTANTS));
  }

  private static Stream<Arguments> lessons(Course course, Part part) {
    return course.lessons().stream()
        .map(LessonId::slug)
        .filter(slug -> slug.matches(System.getProperty("lesson", ".*")))
        .map(slug -> arguments(slug, course, part));
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void a_lesson_tells_right_answers_from_wrong_ones_and_says_why(
      String slug, Course course, Part part) throws InterruptedException {
    CommandTable commands =
        CommandTable.of(InstalledDocker.find(System.getenv("PATH")).orElseThrow(), folder);
    Prover prover =
        new Prover(new PresentEngine(course, this::engine, commands), commands, part, 1);

    Proof proof = prover.prove(List.of(course.lesson(new LessonId(slug))), _ -> {});

    assertThat(proof.holds()).as(() -> "\n" + ProofTable.text(proof)).isTrue();
  }

  private DockerJavaEngine engine() {
    return DockerJavaEngine.connect(
        EngineAddress.find(System.getenv(), Path.of(System.getProperty("user.home"))));
  }
}
