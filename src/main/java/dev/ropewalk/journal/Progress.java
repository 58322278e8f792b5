package dev.ropewalk.journal;

import dev.ropewalk.lesson.LessonId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far the learner is, folded from the journal.
 *
 * @param lessons what is known of each lesson that was ever opened
 * @param last the lesson that was opened last
 */
public record Progress(Map<LessonId, LessonProgress> lessons, Optional<LessonId> last) {
  /** Nothing yet. */
  public static final Progress NONE = new Progress(Map.of(), Optional.empty());

  public Progress {
    lessons = Map.copyOf(lessons);
  }

  /** Folds entries, oldest first. */
  public static Progress of(List<Entry> entries) {
    Progress progress = NONE;
    for (Entry entry : entries) {
      progress = progress.and(entry);
    }
    return progress;
  }

  /** With one more entry; one that names no lesson belongs to the one that was opened last. */
  public Progress and(Entry entry) {
    Optional<LessonId> lesson =
        switch (entry) {
          case Entry.LessonOpened(_, var id, _) -> Optional.of(new LessonId(id));
          case Entry.LessonResumed(_, var id) -> Optional.of(new LessonId(id));
          case Entry.StepOpened(_, var id, _) -> Optional.of(new LessonId(id));
          case Entry.LessonReset(_, var id) -> Optional.of(new LessonId(id));
          case Entry.StepDone(_, var id, _, _, _) -> Optional.of(new LessonId(id));
          case Entry.LessonDone(_, var id) -> Optional.of(new LessonId(id));
          case Entry.Ran _,
              Entry.SkipBegun _,
              Entry.Answered _,
              Entry.Happened _,
              Entry.Disowned _,
              Entry.Judged _ ->
              last;
        };
    if (lesson.isEmpty()) {
      return this;
    }
    Map<LessonId, LessonProgress> more = new LinkedHashMap<>(lessons);
    more.put(lesson.get(), of(lesson.get()).and(entry));
    return new Progress(more, lesson);
  }

  /** What is known of a lesson. */
  public LessonProgress of(LessonId lesson) {
    return lessons.getOrDefault(lesson, LessonProgress.NEW);
  }
}
