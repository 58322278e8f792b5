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
  /** A part that is empty: no step has so many. */
  private static final Part NO_MUTANTS = new Part(1000, 1000);

  @TempDir private Path folder;

  /**
   * The course, and lessons for what it does not need. The one for the nouns is there to have each
   * judged once on a real engine; it leaves more open than a lesson may. The exercises are a course
   * of another teacher, who knows only the reference.
   */
  static Stream<Arguments> lessons() {
    return Stream.of(
            lessons("", Part.ALL),
            lessons("src/test/resources/nouns", NO_MUTANTS),
            lessons("src/test/resources/keys", Part.ALL),
            lessons("src/test/resources/exercises", NO_MUTANTS))
        .flatMap(lessons -> lessons);
  }

  private static Stream<Arguments> lessons(String folder, Part mutants) {
    Course course = Course.open(Path.of(folder));
    return course.lessons().stream()
        .map(LessonId::slug)
        .filter(slug -> slug.matches(System.getProperty("lesson", ".*")))
        .map(slug -> arguments(slug, course, mutants));
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void a_lesson_tells_right_answers_from_wrong_ones_and_says_why(
      String slug, Course course, Part mutants) throws InterruptedException {
    CommandTable commands =
        CommandTable.of(InstalledDocker.find(System.getenv("PATH")).orElseThrow(), folder);
    Prover prover =
        new Prover(new PresentEngine(course, this::engine, commands), commands, mutants, 1);

    Proof proof = prover.prove(List.of(course.lesson(new LessonId(slug))), _ -> {});

    assertThat(proof.holds()).as(() -> "\n" + ProofTable.text(proof)).isTrue();
  }

  private DockerJavaEngine engine() {
    return DockerJavaEngine.connect(
        EngineAddress.find(System.getenv(), Path.of(System.getProperty("user.home"))));
  }
}
