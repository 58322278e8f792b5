package dev.ropewalk.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.lesson.CourseId;
import dev.ropewalk.lesson.LessonId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of a journal that cannot be read: nothing broken spreads. */
final class BrokenJournalTest {
  private JournalFile file;

  @BeforeEach
  void file() {
    file = new JournalFile(folder);
  }

  @TempDir private Path folder;

  @Test
  void a_line_that_was_cut_off_anywhere_is_lost_alone() throws IOException {
    Entry first = new Entry.LessonOpened(0);
    Entry cut = Samples.ran("echo ä😀", 0);
    Entry next = new Entry.Answered("5");
    file.append(first);
    long kept = Files.size(file.path());
    file.append(cut);
    byte[] whole = Files.readAllBytes(file.path());

    for (int length = (int) kept; length < whole.length - 1; length++) {
      Files.write(file.path(), Arrays.copyOf(whole, length));
      file.append(next);

      assertThat(file.entries()).as("cut after %s bytes", length).containsExactly(first, next);
    }
    Files.write(file.path(), Arrays.copyOf(whole, whole.length - 1));
    file.append(next);
    assertThat(file.entries()).as("only its end is missing").containsExactly(first, cut, next);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"entry\":\"of-the-future\",\"at\":\"2030-01-02T03:04:05Z\",\"x\":1}",
        "{\"entry\":\"happened\",\"at\":\"2030-01-02T03:04:05Z\",\"event\":{\"to\":\"secret\",\"id\":\"1\"},\"created\":true}",
        "{\"entry\":\"step-done\",\"at\":\"2030-01-02T03:04:05Z\",\"lesson\":\"a\",\"step\":\"b\",\"how\":\"DREAMT\",\"captured\":{}}",
        "{\"entry\":\"answered\"}",
        "{\"entry\":\"ran\",\"at\":\"2030-01-02T03:04:05Z\"}",
        "{\"entry\":\"answered\",\"at\":\"2030-01-02T03:04:05Z\",\"value\":null}",
        "{\"entry\":\"lesson-opened\",\"at\":\"yesterday\",\"lesson\":\"a\"}",
        "{\"entry\":\"lesson-resumed\",\"at\":\"2030-01-02T03:04:05Z\",\"lesson\":\"../../x y\"}",
        "{\"entry\":\"step-opened\",\"at\":\"2030-01-02T03:04:05Z\",\"lesson\":\"first\",\"step\":\"No Such! \"}",
        "{\"entry\":\"lesson-resumed\",\"at\":\"2030-01-02T03:04:05Z\",\"course\":\" \",\"lesson\":\"first\"}",
        "{\"entry\":\"lesson-resumed\",\"at\":\"2030-01-02T03:04:05Z\",\"course\":\"ropewalk\"}",
        "{\"entry\":\"answered\",\"at\":\"never\",\"lesson\":\"first\",\"value\":\"5\"}",
        "{\"no\":\"entry\"}",
        "[]",
        "null",
        "42",
        "nonsense",
        "{",
        "\u0000\u0000\u0000\u0000",
        "   ",
      })
  void what_cannot_be_read_is_passed_over(String line) throws IOException {
    Entry before = new Entry.LessonOpened(0);
    Entry after = new Entry.LessonDone();
    file.append(before);
    Files.writeString(file.path(), line + "\n", StandardOpenOption.APPEND);
    file.append(after);

    assertThat(file.entries()).containsExactly(before, after);
  }

  @Test
  void more_than_is_known_of_an_entry_does_not_matter() throws IOException {
    file.text(
        "{\"entry\":\"answered\",\"at\":\"2030-01-02T03:04:05Z\",\"lesson\":\"first\",\"value\":\"5\",\"mood\":\"good\"}");

    assertThat(file.entries()).containsExactly(new Entry.Answered("5"));
  }

  @Test
  void lines_without_an_envelope_are_of_the_built_in_course_and_of_the_lesson_named_last()
      throws IOException {
    file.text(
        "{\"entry\":\"answered\",\"at\":\"2030-01-02T03:04:05Z\",\"value\":\"of none\"}",
        "{\"entry\":\"lesson-opened\",\"at\":\"2030-01-02T03:04:05Z\",\"lesson\":\"logs\"}",
        "{\"entry\":\"ran\",\"at\":\"2030-01-02T03:04:05Z\",\"line\":\"ls\",\"exitCode\":0,\"directory\":\"/\"}");

    Instant at = Instant.parse("2030-01-02T03:04:05Z");
    Sitting old = new Sitting(CourseId.BUILT_IN, "", EngineId.UNKNOWN);
    LessonId logs = new LessonId("logs");
    try (Journal journal = Journal.open(file.path())) {
      assertThat(journal.lines())
          .containsExactly(
              new JournalLine(at, old, logs, new Entry.LessonOpened(0)),
              new JournalLine(at, old, logs, new Entry.Ran("ls", List.of(), 0, "/")));
    }
  }

  @Test
  void a_byte_that_is_no_text_harms_its_line_alone() throws IOException {
    Entry entry = new Entry.LessonOpened(0);
    file.append(entry);
    Files.write(
        file.path(), new byte[] {(byte) 0xff, (byte) 0xfe, '\n'}, StandardOpenOption.APPEND);
    file.append(entry);

    assertThat(file.entries()).containsExactly(entry, entry);
  }
}
