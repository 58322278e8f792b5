package dev.ropewalk.cli;

import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.LessonId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** The lesson with which a course is opened, on the commands that open one. */
final class LessonOption {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "LESSON",
      description = "A lesson, by name or number.")
  private @Nullable String name;

  /**
   * The one that is named, which has been read then; empty where none is.
   *
   * @throws WrongUse when the course has none of that name
   * @throws dev.ropewalk.text.BrokenSource when it cannot be read
   */
  Optional<LessonId> in(Course course, CourseOption option) {
    Optional<LessonId> id = Optional.ofNullable(name).map(it -> option.lesson(course, it));
    id.ifPresent(course::lesson);
    return id;
  }
}
