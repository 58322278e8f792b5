package dev.ropewalk.library;

import java.util.Locale;

/**
 * Something that a course runs on the learner's machine, and that the learner does not type.
 *
 * @param file the check file
 * @param line where in it, counted from 1
 * @param text the lines, or what is built from which folder
 */
public record CourseRun(Kind kind, String file, int line, String text) {
  /** What it is. */
  public enum Kind {
    /** Runs to judge a step. */
    SCRIPT,
    /** Runs before a lesson or a step opens. */
    SETUP,
    /** Is built before a lesson opens. */
    IMAGE;

    /** The word for it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether another one does the same, perhaps at another line. */
  public boolean isLike(CourseRun other) {
    return kind == other.kind && file.equals(other.file) && text.equals(other.text);
  }
}
