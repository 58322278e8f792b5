package dev.ropewalk.lesson;

/**
 * The name of a lesson: the stem of its files without their number.
 *
 * @param slug lower case words joined by {@code -}
 */
public record LessonId(String slug) implements Comparable<LessonId> {
  public LessonId {
    if (!slug.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("not the name of a lesson: " + slug);
    }
  }

  @Override
  public int compareTo(LessonId other) {
    return slug.compareTo(other.slug);
  }

  @Override
  public String toString() {
    return slug;
  }
}
