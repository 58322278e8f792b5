package dev.ropewalk.cli;

import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.CourseDescription;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.library.AddedCourse;
import dev.ropewalk.library.Candidate;
import dev.ropewalk.library.Change;
import dev.ropewalk.library.CourseRun;
import dev.ropewalk.library.Origin;
import dev.ropewalk.text.SafeText;
import java.util.ArrayList;
import java.util.List;

/** What somebody reads of a course before it is added: what it is, and what it runs. */
final class CourseCard {
  private static final int SHORT_HASH = 12;

  private CourseCard() {}

  /** What a fetched course is. */
  static List<String> about(Candidate candidate) {
    Course course = candidate.course();
    CourseDescription description = course.description();
    List<String> lines = new ArrayList<>();
    lines.add(title(candidate.name().value(), description.title()));
    line(lines, "author", description.author());
    line(lines, "licence", description.licence());
    line(lines, "language", String.join(", ", course.languages()));
    line(
        lines,
        "lessons",
        String.join(", ", course.lessons().stream().map(LessonId::slug).toList()));
    line(lines, "from", from(candidate.origin(), candidate.commit()));
    line(lines, "sha256", candidate.hash());
    return lines.stream().map(SafeText::of).toList();
  }

  private static void line(List<String> lines, String what, String text) {
    if (!text.isEmpty()) {
      lines.add("  " + what + ": " + text);
    }
  }

  /** What is said when an added course is opened. */
  static List<String> introduction(AddedCourse course) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "The course is `%s`, added from %s."
            .formatted(course.name(), from(course.origin(), brief(course.commit()))));
    List<Change> changes = course.changes();
    if (!changes.isEmpty()) {
      lines.add(
          "It is not as it was added: %s%s. `ropewalk course update %s` fetches it anew."
              .formatted(
                  changes.getFirst(),
                  changes.size() > 1 ? " and %s more".formatted(changes.size() - 1) : "",
                  course.name()));
    }
    return lines.stream().map(SafeText::of).toList();
  }

  /** A course as one line. */
  static String title(String name, String title) {
    return title.isEmpty() ? name : name + ": " + title;
  }

  /** Where a course comes from. */
  static String from(Origin origin, String commit) {
    return origin + (commit.isEmpty() ? "" : ", commit " + commit);
  }

  /** The beginning of a hash, by which people know it. */
  static String brief(String hash) {
    return hash.substring(0, Math.min(SHORT_HASH, hash.length()));
  }

  /** What a course runs, each with its place. */
  static List<String> runs(List<CourseRun> runs) {
    if (runs.isEmpty()) {
      return List.of(
          "By itself it runs nothing on this machine: only what you type, and a step's solution where you skip it.");
    }
    List<String> lines = new ArrayList<>();
    lines.add("By itself it runs this on this machine, with all that you may:");
    lines.addAll(each(runs));
    return lines;
  }

  /** In what two lists of what a course runs differ. */
  static List<String> difference(List<CourseRun> before, List<CourseRun> now) {
    List<CourseRun> added = without(now, before);
    List<CourseRun> gone = without(before, now);
    List<String> lines = new ArrayList<>();
    if (added.isEmpty() && gone.isEmpty()) {
      lines.add("What it runs on this machine by itself has not changed.");
    }
    if (!added.isEmpty()) {
      lines.add("New is that by itself it runs this on this machine, with all that you may:");
      lines.addAll(each(added));
    }
    if (!gone.isEmpty()) {
      lines.add("It no longer runs this:");
      lines.addAll(each(gone));
    }
    return lines;
  }

  private static List<CourseRun> without(List<CourseRun> runs, List<CourseRun> others) {
    return runs.stream().filter(run -> others.stream().noneMatch(run::isLike)).toList();
  }

  private static List<String> each(List<CourseRun> runs) {
    List<String> lines = new ArrayList<>();
    for (CourseRun run : runs) {
      lines.add("  %s:%s: %s".formatted(SafeText.of(run.file()), run.line(), when(run.kind())));
      run.text().lines().map(line -> "    | " + SafeText.of(line)).forEach(lines::add);
    }
    return lines;
  }

  private static String when(CourseRun.Kind kind) {
    return switch (kind) {
      case SCRIPT -> "script, to judge a step";
      case SETUP -> "setup, before a lesson or a step opens";
      case IMAGE -> "image, built before the lesson opens";
    };
  }

  /** Files that have changed. */
  static List<String> changes(List<Change> changes) {
    return changes.stream().map(change -> "  " + SafeText.of(change.toString())).toList();
  }
}
