package dev.ropewalk.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.Golden;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.session.Message;
import dev.ropewalk.session.Message.Contents.Row;
import dev.ropewalk.session.Message.Contents.Standing;
import dev.ropewalk.session.Word;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageViewTest {
  private static final Message LIST =
      new Message.Contents(
          List.of(
              new Row(new LessonId("what-is-docker"), "What Docker is", 4, 4, Standing.FINISHED),
              new Row(
                  new LessonId("images-and-containers"),
                  "Images and containers, told apart",
                  2,
                  12,
                  Standing.OPEN),
              new Row(new LessonId("logs"), "Logs", 0, 6, Standing.NEW)));

  @ParameterizedTest
  @ValueSource(ints = {40, 80})
  void the_list_of_lessons_breaks_no_word(int width) {
    Sheet sheet = Sheets.plain(width);

    String drawn = sheet.print(new MessageView(sheet).lines(LIST));

    Golden.assertSame("terminal/list-%s.txt".formatted(width), drawn);
  }

  @Test
  void the_columns_of_the_list_stand_straight_in_ascii() {
    Sheet sheet = Sheets.ascii(80);

    String drawn = sheet.print(new MessageView(sheet).lines(LIST));

    Golden.assertSame("terminal/list-80.ascii.txt", drawn);
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 50, 60, 70, 80})
  void the_words_are_shown_on_one_screen(int width) {
    Sheet sheet = Sheets.plain(width);

    var lines = new MessageView(sheet).lines(new Message.Help(List.of(Word.values())));

    String drawn = sheet.print(lines);
    assertThat(lines).hasSizeLessThan(24).allMatch(line -> line.columnLength() <= width);
    assertThat(Word.values()).allMatch(word -> drawn.contains(":" + word.word()));
  }
}
