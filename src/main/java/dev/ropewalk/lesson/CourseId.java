package dev.ropewalk.lesson;

/**
 * What a course is known by from one day to the next: {@code ropewalk} for the built-in one, the
 * real path of its folder for any other.
 */
public record CourseId(String value) {
  /** The course that comes with ropewalk. */
  public static final CourseId BUILT_IN = new CourseId("ropewalk");

  public CourseId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a course without a name");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
