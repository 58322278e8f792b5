package dev.ropewalk.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The journal as a file: nothing that was written is lost. */
final class JournalTest {
  private JournalFile file;

  @BeforeEach
  void file() {
    file = new JournalFile(folder);
  }

  @TempDir private Path folder;

  @Test
  void no_kind_of_entry_is_missing_here() {
    assertThat(SampleEntries.entries().stream().map(Object::getClass).distinct())
        .containsExactlyInAnyOrderElementsOf(kinds(Entry.class));
    assertThat(SampleEntries.outcomes().stream().map(Object::getClass).distinct())
        .containsExactlyInAnyOrderElementsOf(kinds(Outcome.class));
    assertThat(SampleEntries.events().stream().map(Object::getClass).distinct())
        .containsExactlyInAnyOrderElementsOf(kinds(EngineEvent.class));
  }

  private static List<Class<?>> kinds(Class<?> sealed) {
    return Arrays.asList(sealed.getPermittedSubclasses());
  }

  @ParameterizedTest
  @MethodSource("dev.ropewalk.journal.SampleEntries#entries")
  void what_is_appended_is_read_again(Entry entry) throws IOException {
    file.append(entry);

    try (Journal journal = Journal.open(file.path())) {
      assertThat(journal.lines()).containsExactly(Samples.line(entry));
    }
    assertThat(Files.readString(file.path())).as("one line").endsWith("}\n").containsOnlyOnce("\n");
  }

  @Test
  void two_journals_on_one_file_take_turns() {
    JournalLine one = Samples.line(new Entry.Answered("one"));
    JournalLine two = Samples.line(new Entry.Answered("two"));

    try (Journal first = Journal.open(file.path());
        Journal second = Journal.open(file.path())) {
      first.append(one);
      second.append(two);
      first.append(one);

      assertThat(first.lines()).containsExactly(one, two, one).isEqualTo(second.lines());
    }
  }

  @Test
  void many_threads_and_two_journals_lose_nothing() throws InterruptedException {
    int each = 50;
    CountDownLatch start = new CountDownLatch(1);
    try (Journal first = Journal.open(file.path());
        Journal second = Journal.open(file.path())) {
      List<Thread> threads =
          Stream.of(first, first, second, second)
              .map(journal -> Thread.ofPlatform().start(() -> write(journal, start, each)))
              .toList();
      start.countDown();
      for (Thread thread : threads) {
        thread.join();
      }
    }

    assertThat(file.entries()).hasSize(4 * each);
  }

  private static void write(Journal journal, CountDownLatch start, int count) {
    try {
      start.await();
      IntStream.range(0, count)
          .forEach(i -> journal.append(Samples.line(new Entry.Answered("x".repeat(i * 10)))));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void a_journal_that_cannot_be_written_names_its_file() throws IOException {
    Path blocked = folder.resolve("file");
    Files.writeString(blocked, "", StandardCharsets.UTF_8);

    assertThatThrownBy(() -> Journal.open(blocked.resolve("journal.jsonl")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(blocked.resolve("journal.jsonl").toString());
    assertThatThrownBy(() -> Journal.open(folder)).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void a_full_disk_is_no_bug() {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "a device that is always full");

    assertThatThrownBy(
            () -> {
              try (Journal journal = Journal.open(full)) {
                journal.append(Samples.line(new Entry.Answered("5")));
              }
            })
        .isInstanceOf(JournalProblem.class)
        .hasMessage("the journal `/dev/full` cannot be written: No space left on device");
  }
}
