package dev.ropewalk.proof;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every step of every lesson, on the real engine: nothing passes by itself, right answers pass,
 * wrong ones are explained, those that are made from the solution too.
 */
@ExtendWith(EngineLock.class)
final class CourseProofIT {
  private static final Course COURSE = Course.open(Path.of(""));

  @TempDir private Path folder;

  static Stream<String> lessons() {
    return COURSE.lessons().stream()
        .map(LessonId::slug)
        .filter(slug -> slug.matches(System.getProperty("lesson", ".*")));
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void a_lesson_tells_right_answers_from_wrong_ones_and_says_why(String slug)
      throws InterruptedException {
    CommandTable commands =
        CommandTable.of(InstalledDocker.find(System.getenv("PATH")).orElseThrow(), folder);
    Prover prover =
        new Prover(new PresentEngine(COURSE, this::engine, commands), commands, Part.ALL, 1);

    Proof proof = prover.prove(List.of(COURSE.lesson(new LessonId(slug))), _ -> {});

    assertThat(proof.holds()).as(() -> "\n" + ProofTable.text(proof)).isTrue();
  }

  private DockerJavaEngine engine() {
    return DockerJavaEngine.connect(
        EngineAddress.find(System.getenv(), Path.of(System.getProperty("user.home"))));
  }
}
