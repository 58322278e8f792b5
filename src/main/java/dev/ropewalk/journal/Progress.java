package dev.ropewalk.journal;

import dev.ropewalk.lesson.CourseId;
import dev.ropewalk.lesson.LessonId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far the learner is in one course, folded from the journal. A lesson is gone on with on the
 * engine on which it was begun; that it was finished counts wherever that was.
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

  /** Folds lines, oldest first: what they say of a course on one engine. */
  public static Progress of(List<JournalLine> lines, CourseId course, EngineId engine) {
    return fold(lines).on(course, engine);
  }

  /** Folds lines, oldest first: what they say of a course, on whichever engine each lesson was. */
  public static Progress anywhere(List<JournalLine> lines, CourseId course) {
    return fold(lines).anywhere(course);
  }

  private static ProgressFold fold(List<JournalLine> lines) {
    ProgressFold fold = new ProgressFold();
    lines.forEach(fold::and);
    return fold;
  }

  /** With one more entry of a lesson of this course on this engine. */
  public Progress and(Instant at, LessonId lesson, Entry entry) {
    Map<LessonId, LessonProgress> more = new LinkedHashMap<>(lessons);
    more.put(lesson, of(lesson).and(at, entry));
    return new Progress(more, Optional.of(lesson));
  }

  /** What is known of a lesson. */
  public LessonProgress of(LessonId lesson) {
    return lessons.getOrDefault(lesson, LessonProgress.NEW);
  }
}
