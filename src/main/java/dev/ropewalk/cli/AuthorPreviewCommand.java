package dev.ropewalk.cli;

import dev.ropewalk.author.Preview;
import dev.ropewalk.author.Saves;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Seed;
import dev.ropewalk.lesson.StepId;
import dev.ropewalk.terminal.Sheet;
import dev.ropewalk.terminal.SystemTerminal;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jline.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows a lesson as the learner reads it, again whenever it is saved. */
@Command(
    name = "preview",
    description = "Show a lesson as the learner reads it, again on each save, until Ctrl-C.")
final class AuthorPreviewCommand implements Callable<Integer> {
  private static final String CLEAR = "\033[H\033[2J\033[3J";

  private final Context context;
  @Mixin private CourseOption course = new CourseOption();

  @Option(names = "--once", description = "Show it once; so does a pipe.")
  private boolean once;

  @Option(names = "--handout", description = "Show the tasks alone, once, to give to students.")
  private boolean handout;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      description = "By which the values of `vary` are chosen, as for `grade`.")
  private long seed;

  @Parameters(
      index = "0",
      paramLabel = "LESSON[/STEP]",
      description = "A lesson, by name or number, or a step of it, by name.")
  private String target = "";

  AuthorPreviewCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = context.courseFolder(course);
    String[] parts = target.split("/", 2);
    LessonId id = course.lesson(context.course(course), parts[0]);
    if (handout && parts.length > 1) {
      throw new WrongUse("a handout is of a whole lesson", "name the lesson without a step");
    }
    Preview preview = new Preview(() -> context.course(course), id, new Seed(seed), part(parts));
    if (once || handout || System.console() == null) {
      Preview.Drawing drawing = preview.draw(context.sheet());
      context.out().print(drawing.text());
      return drawing instanceof Preview.Drawing.Broken ? ExitCode.BROKEN_COURSE : ExitCode.PASSED;
    }
    return again(folder, preview);
  }

  private int again(Path folder, Preview preview) throws IOException, InterruptedException {
    try (Saves saves = new Saves(folder);
        Terminal terminal = SystemTerminal.open(Charset.defaultCharset())) {
      int width = 0;
      while (true) {
        boolean saved = width > 0 && saves.await(Duration.ofMillis(500));
        Sheet sheet = Sheet.of(terminal, context.environment());
        if (saved || sheet.width() != width) {
          width = sheet.width();
          context.out().print(CLEAR + preview.draw(sheet).text());
          context.out().flush();
        }
      }
    }
  }

  private Preview.Part part(String[] target) {
    if (target.length > 1) {
      return new Preview.Part.OneStep(step(target[1]));
    }
    return handout ? new Preview.Part.Tasks() : new Preview.Part.Whole();
  }

  private static StepId step(String name) {
    try {
      return new StepId(name);
    } catch (IllegalArgumentException e) {
      throw new WrongUse(
          "`" + name + "` cannot be the name of a step", "write the slug of its heading");
    }
  }
}
