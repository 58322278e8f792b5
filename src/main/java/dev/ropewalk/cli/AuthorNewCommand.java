package dev.ropewalk.cli;

import dev.ropewalk.author.NewLesson;
import dev.ropewalk.lesson.LessonId;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Begins a lesson. */
@Command(name = "new", description = "Begin a lesson: two files that can be played as they are.")
final class AuthorNewCommand implements Callable<Integer> {
  private final Context context;

  @Option(
      names = "--course",
      paramLabel = "DIR",
      description = "The folder of the course (or: ROPEWALK_COURSE); otherwise the current folder.")
  private @Nullable Path folder;

  @Parameters(
      index = "0",
      paramLabel = "SLUG",
      description = "The lesson's name: lower case words joined by `-`.")
  private String slug = "";

  AuthorNewCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    try {
      Path course = context.writtenFolder(Optional.ofNullable(folder));
      NewLesson.write(course, id()).forEach(file -> context.out().println(file));
      return ExitCode.PASSED;
    } catch (FileAlreadyExistsException e) {
      throw new WrongUse(
          "there is a lesson `" + slug + "` already, in `" + e.getFile() + "`", "use another name");
    }
  }

  private LessonId id() {
    try {
      return new LessonId(slug);
    } catch (IllegalArgumentException e) {
      throw new WrongUse(
          "`" + slug + "` cannot be the name of a lesson",
          "use lower case words joined by `-`, for instance `port-binding`");
    }
  }
}
