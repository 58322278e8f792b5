package dev.ropewalk.session;

import dev.ropewalk.journal.LessonProgress;
import dev.ropewalk.journal.Progress;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.CourseDescription;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.session.Message.Contents.Row;
import dev.ropewalk.session.Message.Contents.Standing;
import dev.ropewalk.text.BrokenSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The list of a course's lessons and how far the learner is with each. */
public final class Contents {
  private Contents() {}

  /** The list, in order; a lesson whose files are broken is said to be so. */
  public static Message.Contents of(Course course, Progress progress) {
    List<LessonId> lessons = course.lessons();
    List<String> modules = course.modules();
    return new Message.Contents(
        IntStream.range(0, lessons.size())
            .mapToObj(i -> row(course, lessons.get(i), modules.get(i), progress))
            .toList(),
        next(course, progress));
  }

  /**
   * The lesson with which a course goes on: the one opened last, if it is not finished, else the
   * first that never was; empty when all are done.
   */
  static Optional<LessonId> next(Course course, Progress progress) {
    List<LessonId> all = course.lessons();
    return progress
        .last()
        .filter(all::contains)
        .filter(last -> !progress.of(last).finished())
        .or(() -> all.stream().filter(id -> !progress.of(id).everFinished()).findFirst());
  }

  /**
   * The lesson that comes after one that is done: the next in the course's order that never was,
   * else the first that never was; the next one where all are done, and none after the last.
   */
  static Optional<LessonId> after(LessonId done, Course course, Progress progress) {
    List<LessonId> all = course.lessons();
    List<LessonId> round = new ArrayList<>(all.subList(all.indexOf(done) + 1, all.size()));
    round.addAll(all);
    return round.stream()
        .filter(id -> !id.equals(done) && !progress.of(id).everFinished())
        .findFirst()
        .or(() -> course.after(done));
  }

  /** How long a beginner works on a course; zero where nobody says. */
  static Duration time(Course course) {
    return course.lessons().stream()
        .map(id -> time(course, id))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** The same for one lesson of it. */
  static Duration time(Course course, LessonId id) {
    return course.description().item(id).map(CourseDescription.Item::time).orElse(Duration.ZERO);
  }

  private static Row row(Course course, LessonId id, String module, Progress progress) {
    LessonProgress standing = progress.of(id);
    Duration time = time(course, id);
    try {
      Course.Outline outline = course.outline(id);
      int count = outline.steps().size();
      return new Row(
          id, outline.title(), module, time, done(standing, count), count, how(standing));
    } catch (BrokenSource e) {
      return new Row(id, Phrases.BROKEN_LESSON, module, time, 0, 0, how(standing));
    }
  }

  /** Of a lesson that is done and begun once more, how far it is this time. */
  private static int done(LessonProgress standing, int count) {
    boolean whole = standing.finished() || standing.everFinished() && standing.open().isEmpty();
    return whole ? count : standing.done().size();
  }

  /** Who has finished a lesson keeps the mark, however often it is begun again. */
  private static Standing how(LessonProgress standing) {
    if (standing.everFinished()) {
      return Standing.FINISHED;
    }
    return standing.open().isPresent() ? Standing.OPEN : Standing.NEW;
  }
}
