package dev.ropewalk.terminal;

import dev.ropewalk.session.Message;
import dev.ropewalk.session.Message.Contents.Row;
import dev.ropewalk.session.Message.Contents.Standing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jline.utils.AttributedString;

/** Draws the lessons of a course: module by module, then what is next and how much is left. */
final class ContentsDrawing {
  private final Sheet sheet;
  private final Message.Contents contents;

  private ContentsDrawing(Sheet sheet, Message.Contents contents) {
    this.sheet = sheet;
    this.contents = contents;
  }

  static List<AttributedString> draw(Sheet sheet, Message.Contents contents) {
    return new ContentsDrawing(sheet, contents).draw();
  }

  private List<AttributedString> draw() {
    List<Row> rows = contents.rows();
    List<Columns.Row> drawn =
        IntStream.range(0, rows.size()).mapToObj(i -> row(i + 1, rows.get(i))).toList();
    Columns columns = new Columns(sheet, 0, drawn);
    List<AttributedString> lines = new ArrayList<>();
    String module = "";
    for (int i = 0; i < rows.size(); i++) {
      if (!rows.get(i).module().equals(module)) {
        module = rows.get(i).module();
        if (!lines.isEmpty()) {
          lines.add(AttributedString.EMPTY);
        }
        lines.addAll(sheet.prose(Role.HEADING, module));
      }
      lines.addAll(columns.draw(drawn.get(i)));
    }
    lines.add(AttributedString.EMPTY);
    lines.addAll(sheet.prose(Role.DIM, summary()));
    return lines;
  }

  private Columns.Row row(int number, Row row) {
    Role role =
        switch (row.standing()) {
          case NEW -> Role.DIM;
          case OPEN -> Role.TASK;
          case FINISHED -> Role.PASSED;
        };
    Glyphs glyphs = sheet.glyphs();
    String mark =
        switch (row.standing()) {
          case NEW -> " ".repeat(glyphs.passed().length());
          case OPEN -> glyphs.waiting();
          case FINISHED -> glyphs.passed();
        };
    String time = row.time().isZero() ? "" : "%3sm".formatted(row.time().toMinutes());
    return new Columns.Row(
        List.of(
            sheet.text(role, mark),
            sheet.text(Role.DIM, "%2s".formatted(number)),
            sheet.text(Role.CODE, row.id().slug())),
        List.of(
            sheet.text(role, "%2s/%s".formatted(row.done(), row.count())),
            sheet.text(Role.DIM, time),
            sheet.text(Role.PLAIN, row.title())));
  }

  private String summary() {
    List<Row> rows = contents.rows();
    List<Row> open = rows.stream().filter(row -> row.standing() != Standing.FINISHED).toList();
    if (open.isEmpty()) {
      return rows.size() == 1
          ? "The lesson is done."
          : "All %s lessons are done.".formatted(rows.size());
    }
    int done = rows.size() - open.size();
    Duration left = open.stream().map(Row::time).reduce(Duration.ZERO, Duration::plus);
    String next = contents.next().map(id -> "Next: `" + id + "`. ").orElse("");
    return next
        + "%s of %s lessons %s done".formatted(done, rows.size(), done == 1 ? "is" : "are")
        + (left.isZero() ? "." : ", about %s are left.".formatted(Spans.words(left)));
  }
}
