package dev.ropewalk.library;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an added course is called on this machine: small letters and digits, joined by {@code -}.
 */
public record CourseName(String value) implements Comparable<CourseName> {
  private static final Pattern FORM = Pattern.compile("[a-z0-9]{1,60}(?:-[a-z0-9]{1,60}){0,9}");

  public CourseName {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not the name of a course: " + value);
    }
  }

  /** The name that a text is; empty where it is none. */
  public static Optional<CourseName> of(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new CourseName(text)) : Optional.empty();
  }

  /** The name that is nearest to a text, such as that of a folder. */
  static CourseName like(String text) {
    String plain =
        text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return of(plain).orElse(new CourseName("course"));
  }

  @Override
  public int compareTo(CourseName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
