package dev.ropewalk.journal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One works with a journal at a time. */
final class JournalLockTest {
  @TempDir private Path folder;

  @Test
  void who_holds_it_is_told_as_it_is_now() throws Exception {
    Path file = folder.resolve("journal.lock");

    try (JournalLock lock = JournalLock.take(file, "process 42, at the lesson `logs`")) {
      lock.tell("process 42, at the lesson `volumes`");

      assertThatThrownBy(() -> JournalLock.take(file, "process 43"))
          .hasMessage("ropewalk is open already: process 42, at the lesson `volumes`");
    }
  }

  @Test
  void who_comes_second_is_told_where_the_first_one_is() {
    Path file = folder.resolve("journal.lock");

    try (JournalLock unused = JournalLock.take(file, "process 42, terminal /dev/pts/7")) {
      assertThatThrownBy(() -> JournalLock.take(file, "process 43"))
          .isInstanceOf(JournalLock.Held.class)
          .hasMessage("ropewalk is open already: process 42, terminal /dev/pts/7");
    }
  }

  @Test
  void it_can_be_taken_again_once_it_was_given_back() {
    Path file = folder.resolve("journal.lock");
    JournalLock.take(file, "process 42, with a longer text than the next").close();

    assertThatCode(() -> JournalLock.take(file, "process 43").close()).doesNotThrowAnyException();
  }
}
