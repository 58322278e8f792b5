package dev.ropewalk.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ropewalk.journal.JournalReader;
import dev.ropewalk.journal.Progress;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.practice.Practice;
import dev.ropewalk.session.Contents;
import dev.ropewalk.session.Message;
import dev.ropewalk.session.PracticePhrases;
import dev.ropewalk.terminal.MessageView;
import dev.ropewalk.terminal.Role;
import dev.ropewalk.terminal.Sheet;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows lessons and progress. Needs no engine. */
@Command(name = "list", description = "List the lessons and how far you are.")
final class ListCommand implements Callable<Integer> {
  private final Context context;
  @Mixin private CourseOption course = new CourseOption();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  ListCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Progress progress =
        JournalReader.of(context.places().journal()).anywhere(context.courseId(course));
    Course opened = context.course(course);
    opened.introduction().forEach(context.err()::println);
    Message.Contents contents = Contents.of(opened, progress);
    Practice practice =
        Practice.read(context.places().journal(), context.courseId(course)).in(opened);
    Instant now = context.clock().instant();
    if (json) {
      ObjectNode root = json(opened, contents);
      int due = practice.due(now).size();
      practice
          .next()
          .ifPresent(
              next -> root.putObject("practice").put("due", due).put("next", next.toString()));
      context.out().println(root.toPrettyString());
    } else {
      Sheet sheet = context.sheet();
      String title = opened.description().title();
      if (!title.isEmpty()) {
        context.out().print(sheet.print(sheet.prose(Role.STRONG, title)));
      }
      context.out().print(sheet.print(new MessageView(sheet).lines(contents)));
      context
          .out()
          .print(
              sheet
                  .print(sheet.prose(Role.DIM, PracticePhrases.standing(practice, now)))
                  .stripLeading());
    }
    return ExitCode.PASSED;
  }

  private static ObjectNode json(Course course, Message.Contents contents) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    String title = course.description().title();
    if (!title.isEmpty()) {
      root.put("title", title);
    }
    contents.next().ifPresent(id -> root.put("next", id.slug()));
    ArrayNode lessons = root.putArray("lessons");
    for (Message.Contents.Row row : contents.rows()) {
      ObjectNode lesson =
          lessons
              .addObject()
              .put("lesson", row.id().slug())
              .put("title", row.title())
              .put("steps", row.count())
              .put("done", row.done())
              .put("standing", row.standing().name().toLowerCase(Locale.ROOT));
      if (!row.module().isEmpty()) {
        lesson.put("module", row.module());
      }
      if (!row.time().isZero()) {
        lesson.put("minutes", row.time().toMinutes());
      }
    }
    return root;
  }
}
