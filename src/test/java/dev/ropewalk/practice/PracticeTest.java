package dev.ropewalk.practice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.journal.EngineId;
import dev.ropewalk.journal.Entry;
import dev.ropewalk.journal.Entry.How;
import dev.ropewalk.journal.Entry.Struggle;
import dev.ropewalk.journal.JournalLine;
import dev.ropewalk.journal.Sitting;
import dev.ropewalk.lesson.CourseId;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.StepId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which steps come to practice, and what is made of what happened in them. */
final class PracticeTest {
  private static final Instant DAY = Instant.parse("2026-03-01T10:00:00Z");
  private static final LessonId LESSON = new LessonId("ports");
  private static final StepId ONE = new StepId("one");
  private static final StepId TWO = new StepId("two");
  private static final Drill FIRST = new Drill(LESSON, ONE);
  private static final Drill SECOND = new Drill(LESSON, TWO);

  private final List<JournalLine> lines = new ArrayList<>();
  private CourseId course = CourseId.BUILT_IN;
  private Instant now = DAY;

  private PracticeTest happens(Entry... entries) {
    for (Entry entry : entries) {
      lines.add(new JournalLine(now, new Sitting(course, "", EngineId.UNKNOWN), LESSON, entry));
    }
    return this;
  }

  private Practice practice() {
    return Practice.of(lines, CourseId.BUILT_IN);
  }

  private static Entry opens(StepId step) {
    return new Entry.StepOpened(step);
  }

  private static Entry struggles(Struggle what) {
    return new Entry.Struggled(what);
  }

  private static Entry done(StepId step, How how) {
    return new Entry.StepDone(step, how, Map.of());
  }

  @Test
  void a_step_that_was_done_at_once_needs_no_practice() {
    happens(new Entry.LessonOpened(0), opens(ONE), done(ONE, How.SOLVED));

    assertThat(practice().all()).isEmpty();
    assertThat(practice().next()).isEmpty();
  }

  @Test
  void each_way_to_struggle_brings_a_step_to_practice_and_the_next_step_begins_afresh() {
    for (Struggle what : Struggle.values()) {
      lines.clear();
      How how = what == Struggle.SKIP ? How.SKIPPED : How.SOLVED;
      happens(new Entry.LessonOpened(0), opens(ONE), struggles(what), done(ONE, how));
      happens(opens(TWO), done(TWO, How.SOLVED));

      assertThat(practice().all()).as(what.toString()).containsExactly(FIRST);
    }
  }

  @Test
  void hints_and_misses_make_it_hard_and_a_shown_solution_or_many_misses_again() {
    assertThat(Recall.of(0, 0, false)).isEqualTo(Recall.GOOD);
    assertThat(Recall.of(0, 1, false)).isEqualTo(Recall.HARD);
    assertThat(Recall.of(2, 3, false)).isEqualTo(Recall.HARD);
    assertThat(Recall.of(3, 0, false)).isEqualTo(Recall.AGAIN);
    assertThat(Recall.of(0, 0, true)).isEqualTo(Recall.AGAIN);
  }

  @Test
  void a_step_that_was_passed_by_on_the_way_to_another_one_tells_nothing() {
    happens(new Entry.LessonOpened(0), opens(ONE), new Entry.SkipBegun(), done(ONE, How.SKIPPED));

    assertThat(practice().all()).isEmpty();
  }

  @Test
  void a_step_that_is_only_done_once_more_counts_once() {
    happens(new Entry.LessonOpened(0), opens(ONE), struggles(Struggle.HINT));
    happens(done(ONE, How.SOLVED));
    Instant due = practice().memory(FIRST).orElseThrow().due();

    now = now.plus(Duration.ofHours(1));
    happens(new Entry.StageRebuilt(TWO), opens(ONE), done(ONE, How.SOLVED), opens(TWO));

    assertThat(practice().memory(FIRST).orElseThrow().due()).isEqualTo(due);
  }

  @Test
  void a_drill_reviews_its_own_step_alone() {
    happens(new Entry.LessonOpened(0), opens(ONE), struggles(Struggle.SKIP));
    happens(done(ONE, How.SKIPPED), opens(TWO), struggles(Struggle.MISS), done(TWO, How.SOLVED));
    assertThat(practice().due(DAY)).isEmpty();
    assertThat(practice().due(DAY.plus(Duration.ofDays(1)))).containsExactly(FIRST, SECOND);

    course = Practice.drillsOf(CourseId.BUILT_IN);
    now = DAY.plus(Duration.ofDays(1));
    happens(new Entry.LessonOpened(7), new Entry.DrillBegan(TWO), opens(ONE));
    happens(new Entry.SkipBegun(), done(ONE, How.SKIPPED), opens(TWO), done(TWO, How.SOLVED));

    assertThat(practice().due(now)).containsExactly(FIRST);
    assertThat(practice().memory(SECOND).orElseThrow().last()).isEqualTo(now);
    assertThat(practice().memory(SECOND).orElseThrow().interval())
        .isGreaterThan(Duration.ofDays(1));
  }

  @Test
  void other_courses_are_practised_by_themselves() {
    course = new CourseId("/elsewhere");
    happens(new Entry.LessonOpened(0), opens(ONE), struggles(Struggle.HINT));
    happens(done(ONE, How.SOLVED));

    assertThat(practice().all()).isEmpty();
    assertThat(Practice.of(lines, course).all()).containsExactly(FIRST);
    assertThat(Practice.course(Practice.drillsOf(course))).isEqualTo(course);
  }
}
