package dev.ropewalk.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FsrsTest {
  private static final Instant BEGIN = Instant.parse("2022-11-29T12:30:00Z");

  /** What the authors' own program, py-fsrs, is tested with, and comes to. */
  @Test
  void it_comes_to_what_the_authors_program_comes_to() {
    Instant at = BEGIN;
    Memory memory = Fsrs.first(Recall.AGAIN, at);
    for (int days : new int[] {0, 1, 3, 8, 21}) {
      at = at.plus(Duration.ofDays(days));
      memory = Fsrs.next(memory, Recall.GOOD, at);
    }

    assertThat(memory.stability()).isCloseTo(53.62691, within(0.0001));
    assertThat(memory.difficulty()).isCloseTo(6.3574867, within(0.0001));
  }

  /** The same program's intervals for answers that are always good, from the second on. */
  @Test
  void what_is_known_comes_again_at_longer_and_longer_intervals_but_once_a_year() {
    Instant at = BEGIN;
    Memory memory = Fsrs.next(Fsrs.first(Recall.GOOD, at), Recall.GOOD, at);
    List<Long> days = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      days.add(memory.interval().toDays());
      at = memory.due();
      memory = Fsrs.next(memory, Recall.GOOD, at);
    }

    assertThat(days).containsExactly(2L, 11L, 46L, 163L, 365L);
  }

  @Test
  void what_was_not_known_comes_the_next_day() {
    Memory known = new Memory(40, 5, BEGIN, BEGIN.plus(Duration.ofDays(40)));

    Memory forgotten = Fsrs.next(known, Recall.AGAIN, known.due());

    assertThat(Fsrs.first(Recall.AGAIN, BEGIN).interval()).isEqualTo(Duration.ofDays(1));
    assertThat(forgotten.stability()).isLessThan(known.stability() / 5);
    assertThat(forgotten.difficulty()).isGreaterThan(known.difficulty());
  }

  @Test
  void a_clock_that_was_set_back_does_no_harm() {
    Memory known = Fsrs.first(Recall.HARD, BEGIN);

    Memory next = Fsrs.next(known, Recall.GOOD, BEGIN.minus(Duration.ofDays(9)));

    assertThat(next.stability()).isBetween(0.001, 100.0);
    assertThat(next.interval()).isGreaterThanOrEqualTo(Duration.ofDays(1));
  }
}
