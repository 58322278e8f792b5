package dev.ropewalk.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ropewalk.author.Lint;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.text.BrokenSource;
import dev.ropewalk.text.Diagnostic;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says everything that is wrong in the files of a course, and what could be better. */
@Command(
    name = "lint",
    description = "Check the files of a course. Exits with 3 on errors; on warnings see --strict.")
final class AuthorLintCommand implements Callable<Integer> {
  private final Context context;
  @Mixin private CourseOption course = new CourseOption();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(names = "--strict", description = "Exit with 1 on warnings, too.")
  private boolean strict;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "LESSON",
      description = "A lesson, by name or number; otherwise all.")
  private @Nullable String lesson;

  AuthorLintCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    List<Diagnostic> found = found();
    long errors = found.stream().filter(d -> d.severity() == Diagnostic.Severity.ERROR).count();
    long warnings = found.size() - errors;
    if (json) {
      context.out().println(json(found, errors, warnings).toPrettyString());
    } else {
      found.forEach(diagnostic -> context.out().print(diagnostic.format()));
      context.out().println(count(errors, "error") + ", " + count(warnings, "warning"));
    }
    return errors > 0
        ? ExitCode.BROKEN_COURSE
        : strict && warnings > 0 ? ExitCode.NOT_PASSED : ExitCode.PASSED;
  }

  private List<Diagnostic> found() {
    Lint lint = new Lint(context.commands());
    try {
      Course opened = context.course(course);
      return lesson == null
          ? lint.course(opened)
          : lint.lesson(opened, course.lesson(opened, lesson));
    } catch (BrokenSource broken) {
      return broken.diagnostics();
    }
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private static ObjectNode json(List<Diagnostic> found, long errors, long warnings) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("errors", errors).put("warnings", warnings);
    ArrayNode list = root.putArray("diagnostics");
    for (Diagnostic diagnostic : found) {
      list.addObject()
          .put("file", diagnostic.source().name())
          .put("line", diagnostic.place().line())
          .put("column", diagnostic.place().column())
          .put("length", diagnostic.place().length())
          .put("severity", diagnostic.severity().word())
          .put("message", diagnostic.message())
          .put("fix", diagnostic.fix());
    }
    return root;
  }
}
