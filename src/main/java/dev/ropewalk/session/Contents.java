package dev.ropewalk.session;

import dev.ropewalk.journal.LessonProgress;
import dev.ropewalk.journal.Progress;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.session.Message.Contents.Row;
import dev.ropewalk.session.Message.Contents.Standing;
import dev.ropewalk.text.BrokenSource;
import java.util.List;

/** The list of a course's lessons and how far the learner is with each. */
public final class Contents {
  private Contents() {}

  /** One row for each lesson, in order; a lesson whose files are broken is said to be so. */
  public static List<Row> of(Course course, Progress progress) {
    return course.lessons().stream().map(id -> row(course, id, progress.of(id))).toList();
  }

  private static Row row(Course course, LessonId id, LessonProgress standing) {
    try {
      Course.Outline outline = course.outline(id);
      return new Row(
          id, outline.title(), standing.done().size(), outline.steps().size(), how(standing));
    } catch (BrokenSource e) {
      return new Row(id, Phrases.BROKEN_LESSON, 0, 0, how(standing));
    }
  }

  private static Standing how(LessonProgress standing) {
    if (standing.finished() || (standing.everFinished() && standing.open().isEmpty())) {
      return Standing.FINISHED;
    }
    return standing.open().isPresent() ? Standing.OPEN : Standing.NEW;
  }
}
