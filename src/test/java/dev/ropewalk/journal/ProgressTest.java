package dev.ropewalk.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.LearnerAct;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.StepId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is folded from the journal: enough to go on another day. */
final class ProgressTest {
  private static final Instant AT = Instant.EPOCH;
  private static final LessonId FIRST = new LessonId("first");
  private static final LessonId SECOND = new LessonId("second");

  private static LessonProgress fold(Entry... entries) {
    return Progress.of(List.of(entries)).of(FIRST);
  }

  private static Entry opened(String lesson) {
    return new Entry.LessonOpened(AT, lesson, 0);
  }

  private static Entry step(String step) {
    return new Entry.StepOpened(AT, "first", step);
  }

  private static Entry done(String step, String key, String value) {
    return new Entry.StepDone(AT, "first", step, Entry.How.SOLVED, Map.of(key, value));
  }

  private static EngineEvent event(String action, String id) {
    return new EngineEvent.ToContainer(AT, action, id, id, "redis", Map.of());
  }

  private static Entry happened(String action, String id, boolean created) {
    return new Entry.Happened(AT, event(action, id), created);
  }

  @Test
  void of_what_was_never_opened_nothing_is_known() {
    assertThat(Progress.of(List.of())).isEqualTo(Progress.NONE);
    assertThat(Progress.NONE.of(FIRST)).isEqualTo(LessonProgress.NEW);
  }

  @Test
  void what_was_done_since_the_step_opened_is_kept() {
    LessonProgress progress =
        fold(
            opened("first"),
            step("one"),
            Samples.ran(AT, "docker ps", 0),
            new Entry.Answered(AT, "5"),
            happened("create", "c1", true),
            happened("start", "c1", false));

    assertThat(progress.open()).contains(new StepId("one"));
    assertThat(progress.acts()).hasSize(2).last().isEqualTo(new LearnerAct.Answer("5"));
    assertThat(progress.events()).containsExactly(event("create", "c1"), event("start", "c1"));
    assertThat(progress.owned()).containsExactly(event("create", "c1"));
    assertThat(progress.before()).isEmpty();
  }

  @Test
  void the_next_step_begins_without_acts_and_with_the_events_as_past() {
    LessonProgress progress =
        fold(
            opened("first"),
            step("one"),
            Samples.ran(AT, "docker ps", 0),
            happened("create", "c1", true),
            done("one", "x", "1"),
            step("two"),
            happened("die", "c1", false),
            done("two", "x", "2"),
            step("three"));

    assertThat(progress.acts()).isEmpty();
    assertThat(progress.events()).isEmpty();
    assertThat(progress.before()).containsExactly(event("create", "c1"), event("die", "c1"));
    assertThat(progress.owned()).hasSize(1);
    assertThat(progress.done().keySet()).containsExactly(new StepId("one"), new StepId("two"));
    assertThat(progress.variables().values()).containsExactlyEntriesOf(Map.of("x", "2"));
  }

  @Test
  void a_reset_forgets_all_but_that_it_was_finished_once() {
    LessonProgress progress =
        fold(
            opened("first"),
            step("one"),
            happened("create", "c1", true),
            done("one", "x", "1"),
            new Entry.LessonDone(AT, "first"),
            new Entry.LessonReset(AT, "first"));

    assertThat(progress.everFinished()).isTrue();
    assertThat(progress.finished()).isFalse();
    assertThat(progress.done()).isEmpty();
    assertThat(progress.owned()).isEmpty();
    assertThat(progress.open()).isEmpty();
    assertThat(progress.variables().values()).isEmpty();
  }

  @Test
  void opening_a_finished_lesson_again_begins_it_afresh() {
    LessonProgress progress =
        fold(opened("first"), step("one"), new Entry.LessonDone(AT, "first"), opened("first"));

    assertThat(progress.finished()).isFalse();
    assertThat(progress.everFinished()).isTrue();
    assertThat(progress.open()).isEmpty();
  }

  @Test
  void entries_without_a_lesson_belong_to_the_one_that_was_opened_last() {
    Progress progress =
        Progress.of(
            List.of(
                opened("first"),
                step("one"),
                opened("second"),
                new Entry.Answered(AT, "of the second"),
                new Entry.LessonResumed(AT, "first"),
                new Entry.Answered(AT, "of the first")));

    assertThat(progress.last()).contains(FIRST);
    assertThat(progress.of(FIRST).acts()).containsExactly(new LearnerAct.Answer("of the first"));
    assertThat(progress.of(FIRST).open()).contains(new StepId("one"));
    assertThat(progress.of(SECOND).acts()).containsExactly(new LearnerAct.Answer("of the second"));
  }

  @Test
  void what_happened_before_any_lesson_is_nobodys() {
    Progress progress =
        Progress.of(List.of(Samples.ran(AT, "ls", 0), happened("create", "c1", true)));

    assertThat(progress).isEqualTo(Progress.NONE);
  }

  @Test
  void judging_leaves_everything_as_it_is() {
    LessonProgress before = fold(opened("first"), step("one"));

    assertThat(before.and(new Entry.Judged(AT, List.of()))).isEqualTo(before);
  }

  @Test
  void a_step_that_was_skipped_is_remembered_as_skipped() {
    LessonProgress progress =
        fold(
            opened("first"),
            step("one"),
            new Entry.StepDone(AT, "first", "one", Entry.How.SKIPPED, Map.of()));

    assertThat(progress.done()).containsExactly(Map.entry(new StepId("one"), Entry.How.SKIPPED));
  }
}
