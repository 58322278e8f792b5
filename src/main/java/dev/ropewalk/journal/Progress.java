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
    Map<LessonId, LessonProgress> lessons = new LinkedHashMap<>();
    LessonId current = null;
    for (Entry entry : entries) {
      switch (entry) {
        case Entry.LessonOpened(_, var lesson) -> current = new LessonId(lesson);
        case Entry.StepOpened(_, var lesson, _) -> current = new LessonId(lesson);
        case Entry.LessonReset(_, var lesson) -> current = new LessonId(lesson);
        case Entry.StepDone(_, var lesson, _, _, _) -> current = new LessonId(lesson);
        case Entry.LessonDone(_, var lesson) -> current = new LessonId(lesson);
        case Entry.Ran _, Entry.Answered _, Entry.Happened _, Entry.Judged _ -> {}
      }
      if (current != null) {
        lessons.merge(current, LessonProgress.NEW.and(entry), (known, _) -> known.and(entry));
      }
    }
    return new Progress(lessons, Optional.ofNullable(current));
  }

  /** What is known of a lesson. */
  public LessonProgress of(LessonId lesson) {
    return lessons.getOrDefault(lesson, LessonProgress.NEW);
  }
}
