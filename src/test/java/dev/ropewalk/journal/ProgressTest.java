package dev.ropewalk.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.LearnerAct;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.lesson.CourseId;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.StepId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is folded from the journal: enough to go on another day. */
final class ProgressTest {
  private static final LessonId FIRST = new LessonId("first");
  private static final LessonId SECOND = new LessonId("second");

  private static LessonProgress fold(Entry... entries) {
    return folded(Stream.of(entries).map(Samples::line).toArray(JournalLine[]::new)).of(FIRST);
  }

  private static Progress folded(JournalLine... lines) {
    return Progress.of(List.of(lines), CourseId.BUILT_IN, Samples.ENGINE);
  }

  private static Entry opened() {
    return new Entry.LessonOpened(0);
  }

  private static Entry step(String step) {
    return new Entry.StepOpened(new StepId(step));
  }

  private static Entry done(String step, String key, String value) {
    return new Entry.StepDone(new StepId(step), Entry.How.SOLVED, Map.of(key, value));
  }

  /** Of the open step. */
  private static OpenStep open(LessonProgress progress) {
    return progress.open().orElseThrow();
  }

  private static EngineEvent event(String action, String id) {
    return new EngineEvent.ToContainer(Samples.AT, action, id, id, "redis", Map.of());
  }

  private static Entry happened(String action, String id, boolean created) {
    return new Entry.Happened(event(action, id), created);
  }

  @Test
  void of_what_was_never_opened_nothing_is_known() {
    assertThat(folded()).isEqualTo(Progress.NONE);
    assertThat(Progress.NONE.of(FIRST)).isEqualTo(LessonProgress.NEW);
  }

  @Test
  void what_was_done_since_the_step_opened_is_kept() {
    LessonProgress progress =
        fold(
            opened(),
            step("one"),
            Samples.ran("docker ps", 0),
            new Entry.Answered("5"),
            happened("create", "c1", true),
            happened("start", "c1", false));

    assertThat(open(progress).id()).isEqualTo(new StepId("one"));
    assertThat(open(progress).acts()).hasSize(2).last().isEqualTo(new LearnerAct.Answer("5"));
    assertThat(open(progress).events())
        .containsExactly(event("create", "c1"), event("start", "c1"));
    assertThat(progress.owned()).containsExactly(event("create", "c1"));
    assertThat(progress.before()).isEmpty();
  }

  @Test
  void the_next_step_begins_without_acts_and_with_the_events_as_past() {
    LessonProgress progress =
        fold(
            opened(),
            step("one"),
            Samples.ran("docker ps", 0),
            happened("create", "c1", true),
            done("one", "x", "1"),
            step("two"),
            happened("die", "c1", false),
            done("two", "x", "2"),
            step("three"));

    assertThat(open(progress).acts()).isEmpty();
    assertThat(open(progress).events()).isEmpty();
    assertThat(progress.before()).containsExactly(event("create", "c1"), event("die", "c1"));
    assertThat(progress.owned()).hasSize(1);
    assertThat(progress.done().keySet()).containsExactly(new StepId("one"), new StepId("two"));
    assertThat(progress.variables().values()).containsExactlyEntriesOf(Map.of("x", "2"));
  }

  @Test
  void a_reset_forgets_all_but_that_it_was_finished_once() {
    LessonProgress progress =
        fold(
            opened(),
            step("one"),
            happened("create", "c1", true),
            done("one", "x", "1"),
            new Entry.LessonDone(),
            new Entry.LessonReset());

    assertThat(progress.everFinished()).isTrue();
    assertThat(progress.finished()).isFalse();
    assertThat(progress.done()).isEmpty();
    assertThat(progress.owned()).isEmpty();
    assertThat(progress.open()).isEmpty();
    assertThat(progress.variables().values()).isEmpty();
  }

  @Test
  void opening_a_finished_lesson_again_begins_it_afresh() {
    LessonProgress progress = fold(opened(), step("one"), new Entry.LessonDone(), opened());

    assertThat(progress.finished()).isFalse();
    assertThat(progress.everFinished()).isTrue();
    assertThat(progress.open()).isEmpty();
  }

  private static JournalLine on(EngineId engine, CourseId course, Entry entry) {
    return Samples.line(new Sitting(course, "1-3", engine), "first", entry);
  }

  private static JournalLine[] oneStepDone(EngineId engine, CourseId course) {
    return new JournalLine[] {
      on(engine, course, opened()),
      on(engine, course, step("one")),
      on(engine, course, done("one", "x", "1")),
      on(engine, course, step("two"))
    };
  }

  @Test
  void two_terminals_at_two_lessons_do_not_mix() {
    Sitting one = new Sitting(CourseId.BUILT_IN, "1-1", Samples.ENGINE);
    Sitting two = new Sitting(CourseId.BUILT_IN, "1-2", Samples.ENGINE);
    Progress progress =
        folded(
            Samples.line(one, "first", opened()),
            Samples.line(one, "first", step("one")),
            Samples.line(two, "second", opened()),
            Samples.line(two, "second", step("one")),
            Samples.line(one, "first", happened("create", "c1", true)),
            Samples.line(two, "second", happened("create", "c2", true)),
            Samples.line(one, "first", new Entry.Answered("of the first")));

    assertThat(progress.last()).contains(FIRST);
    assertThat(progress.of(FIRST).owned()).containsExactly(event("create", "c1"));
    assertThat(progress.of(SECOND).owned()).containsExactly(event("create", "c2"));
    assertThat(open(progress.of(SECOND)).acts()).isEmpty();
  }

  @Test
  void a_lesson_of_the_same_name_in_another_course_is_another_lesson() {
    Progress progress = folded(oneStepDone(Samples.ENGINE, new CourseId("/home/me/course")));

    assertThat(progress).isEqualTo(Progress.NONE);
  }

  @Test
  void a_lesson_is_not_gone_on_with_on_another_engine() {
    JournalLine[] lines = oneStepDone(new EngineId("OTHER"), CourseId.BUILT_IN);

    assertThat(folded(lines)).isEqualTo(Progress.NONE);
    assertThat(Progress.anywhere(List.of(lines), CourseId.BUILT_IN).of(FIRST).done()).hasSize(1);
  }

  @Test
  void what_was_done_on_a_private_engine_counts_only_when_the_lesson_is_done() {
    JournalLine[] lines = oneStepDone(EngineId.PRIVATE, CourseId.BUILT_IN);
    JournalLine end = on(EngineId.PRIVATE, CourseId.BUILT_IN, new Entry.LessonDone());
    List<JournalLine> whole = Stream.concat(Stream.of(lines), Stream.of(end)).toList();

    assertThat(folded(lines)).isEqualTo(Progress.NONE);
    assertThat(Progress.anywhere(List.of(lines), CourseId.BUILT_IN)).isEqualTo(Progress.NONE);
    for (Progress progress :
        List.of(
            Progress.of(whole, CourseId.BUILT_IN, Samples.ENGINE),
            Progress.of(whole, CourseId.BUILT_IN, EngineId.PRIVATE),
            Progress.anywhere(whole, CourseId.BUILT_IN))) {
      assertThat(progress.of(FIRST)).isEqualTo(LessonProgress.NEW.finishedOnce());
      assertThat(progress.last()).isEmpty();
    }
  }

  @Test
  void an_old_journal_is_gone_on_with_on_the_engine_that_comes_first() {
    List<JournalLine> old = List.of(oneStepDone(EngineId.UNKNOWN, CourseId.BUILT_IN));
    JournalLine next = Samples.line(done("two", "y", "2"));
    List<JournalLine> taken = Stream.concat(old.stream(), Stream.of(next)).toList();

    assertThat(Progress.of(old, CourseId.BUILT_IN, Samples.ENGINE).of(FIRST).done()).hasSize(1);
    assertThat(Progress.of(taken, CourseId.BUILT_IN, Samples.ENGINE).of(FIRST).done()).hasSize(2);
    assertThat(Progress.of(taken, CourseId.BUILT_IN, new EngineId("OTHER")))
        .isEqualTo(Progress.NONE);
    assertThat(Progress.of(old, CourseId.BUILT_IN, EngineId.PRIVATE)).isEqualTo(Progress.NONE);
  }

  @Test
  void a_folder_that_cannot_be_named_is_passed_over() {
    LessonProgress progress =
        fold(
            opened(),
            step("one"),
            Samples.ran("cd", 0),
            new Entry.Ran("ls", List.of(), 0, "/tmp\0x"));

    assertThat(progress.directory()).contains(Path.of("/home/größe"));
    assertThat(open(progress).acts()).hasSize(2);
  }

  @Test
  void judging_leaves_everything_as_it_is() {
    LessonProgress before = fold(opened(), step("one"));

    assertThat(before.and(Samples.AT, new Entry.Judged(List.of()))).isEqualTo(before);
  }

  @Test
  void a_step_that_was_skipped_is_remembered_as_skipped() {
    LessonProgress progress =
        fold(
            opened(),
            step("one"),
            new Entry.StepDone(new StepId("one"), Entry.How.SKIPPED, Map.of()));

    assertThat(progress.done()).containsExactly(Map.entry(new StepId("one"), Entry.How.SKIPPED));
  }
}
