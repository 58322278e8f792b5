package dev.ropewalk.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ropewalk.library.AddedCourse;
import dev.ropewalk.library.Change;
import dev.ropewalk.text.SafeText;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows which courses were added, and whether they are still as they were then. */
@Command(name = "list", description = "List the courses that were added.")
final class CourseListCommand implements Callable<Integer> {
  private final Context context;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  CourseListCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    List<AddedCourse> courses = context.library().courses();
    if (json) {
      context.out().println(json(courses).toPrettyString());
    } else if (courses.isEmpty()) {
      context.out().println("No course was added. `ropewalk course add` does it.");
    } else {
      courses.forEach(this::show);
    }
    return ExitCode.PASSED;
  }

  private void show(AddedCourse course) {
    context.out().println(SafeText.of(CourseCard.title(course.name().value(), course.title())));
    context
        .out()
        .println(
            SafeText.of(
                "  from %s, sha256 %s"
                    .formatted(
                        CourseCard.from(course.origin(), CourseCard.brief(course.commit())),
                        CourseCard.brief(course.hash()))));
    List<Change> changes = course.changes();
    if (!changes.isEmpty()) {
      context.out().println("  not as it was added:");
      CourseCard.changes(changes).forEach(line -> context.out().println("  " + line));
    }
  }

  private static ObjectNode json(List<AddedCourse> courses) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ArrayNode list = root.putArray("courses");
    for (AddedCourse course : courses) {
      ObjectNode node =
          list.addObject()
              .put("name", course.name().value())
              .put("title", course.title())
              .put("kind", course.origin().kind().word())
              .put("from", course.origin().from())
              .put("folder", course.folder().toString())
              .put("commit", course.commit())
              .put("sha256", course.hash())
              .put("added", course.added().toString());
      ArrayNode changes = node.putArray("changes");
      course.changes().forEach(change -> changes.add(change.toString()));
    }
    return root;
  }
}
