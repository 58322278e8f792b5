package dev.ropewalk.cli;

import dev.ropewalk.author.NewCourse;
import dev.ropewalk.author.NewLesson;
import dev.ropewalk.lesson.CourseFile;
import dev.ropewalk.lesson.LessonId;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Begins a lesson, or a whole course. */
@Command(
    name = "new",
    description =
        "Begin a lesson, two files that can be played as they are; or, with --course and without"
            + " SLUG, a whole course.")
final class AuthorNewCommand implements Callable<Integer> {
  private final Context context;

  @Mixin private WrittenCourseOption course = new WrittenCourseOption();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "SLUG",
      description = "The lesson's name: lower case words joined by `-`.")
  private @Nullable String slug;

  AuthorNewCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    Path folder = course.folder(context);
    if (slug != null) {
      show(lesson(folder, slug));
      if (Files.exists(folder.resolve(CourseFile.NAME))) {
        context.out().println("Now name it in a module of `" + CourseFile.NAME + "`.");
      }
    } else if (course.isGiven()) {
      show(course(folder));
      context.out().println("Open it with `ropewalk learn --course %s`.".formatted(folder));
    } else {
      throw new WrongUse(
          "this names neither a lesson nor a course",
          "name a lesson to begin, or the folder of a new course with --course");
    }
    return ExitCode.PASSED;
  }

  private void show(List<Path> files) {
    files.forEach(file -> context.out().println(file));
  }

  private static List<Path> lesson(Path course, String slug) throws IOException {
    try {
      return NewLesson.write(course, id(slug));
    } catch (FileAlreadyExistsException e) {
      throw new WrongUse(
          "there is a lesson `" + slug + "` already, in `" + e.getFile() + "`", "use another name");
    }
  }

  private static List<Path> course(Path course) throws IOException {
    try {
      return NewCourse.write(course);
    } catch (FileAlreadyExistsException e) {
      throw new WrongUse(
          "there is a course in `" + course + "` already: it has `" + e.getFile() + "`",
          "name a new folder, or add a lesson with `ropewalk author new SLUG --course "
              + course
              + "`");
    }
  }

  private static LessonId id(String slug) {
    try {
      return new LessonId(slug);
    } catch (IllegalArgumentException e) {
      throw new WrongUse(
          "`" + slug + "` cannot be the name of a lesson",
          "use lower case words joined by `-`, for instance `port-binding`");
    }
  }
}
