package dev.ropewalk.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ropewalk.journal.JournalReader;
import dev.ropewalk.journal.Progress;
import dev.ropewalk.session.Contents;
import dev.ropewalk.session.Message;
import dev.ropewalk.terminal.MessageView;
import dev.ropewalk.terminal.Sheet;
import java.util.List;
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
        JournalReader.of(context.places().journal()).anywhere(context.courseId(course.folder()));
    List<Message.Contents.Row> rows = Contents.of(context.course(course.folder()), progress);
    if (json) {
      context.out().println(json(rows).toPrettyString());
    } else {
      Sheet sheet = context.sheet();
      context.out().print(sheet.print(new MessageView(sheet).lines(new Message.Contents(rows))));
    }
    return ExitCode.PASSED;
  }

  private static ObjectNode json(List<Message.Contents.Row> rows) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ArrayNode lessons = root.putArray("lessons");
    for (Message.Contents.Row row : rows) {
      lessons
          .addObject()
          .put("lesson", row.id().slug())
          .put("title", row.title())
          .put("steps", row.count())
          .put("done", row.done())
          .put("standing", row.standing().name().toLowerCase(Locale.ROOT));
    }
    return root;
  }
}
