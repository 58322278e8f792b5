package dev.ropewalk.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.Golden;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.session.Message;
import dev.ropewalk.session.Message.Contents.Row;
import dev.ropewalk.session.Message.Contents.Standing;
import dev.ropewalk.session.Word;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageViewTest {
  private static final Message LIST =
      new Message.Contents(
          List.of(
              row("what-is-docker", "What Docker is", "", 0, 4, 4, Standing.FINISHED),
              row(
                  "images-and-containers",
                  "Images and containers, told apart",
                  "",
                  0,
                  2,
                  12,
                  Standing.OPEN),
              row("logs", "Logs", "", 0, 0, 6, Standing.NEW)),
          Optional.of(new LessonId("images-and-containers")));

  private static final Message MODULES =
      new Message.Contents(
          List.of(
              row("what-is-docker", "What Docker is", "First steps", 15, 7, 7, Standing.FINISHED),
              row("images", "Images and containers", "First steps", 8, 2, 12, Standing.OPEN),
              row("logs", "Logs", "Keeping an eye on it", 100, 0, 6, Standing.NEW),
              row("nets", "Networks", "Keeping an eye on it", 0, 0, 6, Standing.NEW)),
          Optional.of(new LessonId("images")));

  private static Row row(
      String id, String title, String module, int minutes, int done, int count, Standing how) {
    return new Row(new LessonId(id), title, module, Duration.ofMinutes(minutes), done, count, how);
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 80})
  void modules_and_minutes_are_shown_and_what_is_left(int width) {
    Sheet sheet = Sheets.plain(width);

    String drawn = sheet.print(new MessageView(sheet).lines(MODULES));

    Golden.assertSame("terminal/modules-%s.txt".formatted(width), drawn);
  }

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

  @Test
  void a_reason_is_told_once() {
    Verdict.Failed failed =
        new Verdict.Failed(
            "this",
            "that",
            new Diagnosis(Diagnosis.Progress.NOTHING_DONE, "Nobody has done it.", ""),
            Verdict.Outlook.FINAL);
    List<Message.Verdicts.Line> both =
        List.of(
            new Message.Verdicts.Line("It is so", failed),
            new Message.Verdicts.Line("It is so, too", failed));

    assertThat(drawn(new Message.Verdicts(both, Message.Verdicts.Detail.FIRST_REASON)))
        .containsOnlyOnce("Nobody has done it.")
        .doesNotContain("same reason");
    assertThat(drawn(new Message.Verdicts(both, Message.Verdicts.Detail.ALL_REASONS)))
        .containsOnlyOnce("Nobody has done it.")
        .containsSubsequence("It is so, too", "For the same reason.");
  }

  @Test
  void what_was_answered_after_the_right_answer_is_told_below_the_tick() {
    Verdict passed = new Verdict.Passed(java.util.Map.of(), "`SIGHUP` is not the right answer.");

    assertThat(
            drawn(
                new Message.Verdicts(
                    List.of(new Message.Verdicts.Line("Which signal?", passed)),
                    Message.Verdicts.Detail.FIRST_REASON)))
        .containsSubsequence("Which signal?", "SIGHUP", "is not the right answer");
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80})
  void what_is_waited_for_stands_on_one_line_and_no_word_is_cut(int width) {
    Sheet sheet = Sheets.plain(width);
    String sentence =
        "A container named greedy was run from busybox without a limit, and it has ended";

    String drawn =
        sheet.print(new MessageView(sheet).lines(new Message.Waiting(sentence))).stripTrailing();

    assertThat(drawn.lines().findFirst().orElseThrow()).startsWith("Waiting for: A ");
    assertThat(List.of(sentence.split(" ")))
        .contains(drawn.replaceFirst("(?s) ….*", "").replaceFirst(".* ", ""));
    assertThat(width < 60 || drawn.lines().count() == 1).isTrue();
    assertThat(drawn(new Message.Waiting("box runs")))
        .isEqualTo("Waiting for: box runs. Ctrl-C ends the wait.\n");
  }

  private static String drawn(Message message) {
    Sheet sheet = Sheets.plain(80);
    return sheet.print(new MessageView(sheet).lines(message));
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
