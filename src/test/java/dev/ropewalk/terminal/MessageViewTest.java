package dev.ropewalk.terminal;

import dev.ropewalk.Golden;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.session.Message.Contents;
import dev.ropewalk.session.Message.Contents.Row;
import dev.ropewalk.session.Message.Contents.Standing;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that have no drawing of their own. */
final class MessageViewTest {
  @ParameterizedTest
  @ValueSource(ints = {40, 80})
  void the_lessons_stand_in_columns_and_no_line_is_too_long(int width) {
    Sheet sheet = Sheets.plain(width);
    Contents contents =
        new Contents(
            List.of(
                row("hello", "Run your first container", 3, 3, Standing.FINISHED),
                row("port-binding", "Reach a container from outside", 2, 12, Standing.OPEN),
                row("logs", "What a container has to say, and where it goes", 0, 4, Standing.NEW)));

    String drawn = sheet.print(new MessageView(sheet).lines(contents));

    Golden.assertSame("terminal/contents-%d.txt".formatted(width), drawn);
  }

  private static Row row(String slug, String title, int done, int count, Standing standing) {
    return new Row(new LessonId(slug), title, done, count, standing);
  }
}
