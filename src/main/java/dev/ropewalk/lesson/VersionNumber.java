package dev.ropewalk.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a version, such as {@code 0.10.2}; what stands behind the digits ({@code
 * -SNAPSHOT}) does not count.
 */
public record VersionNumber(List<Integer> parts) implements Comparable<VersionNumber> {
  private static final Pattern DIGITS =
      Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6}){0,3})(?:[-+.].*)?");

  public VersionNumber {
    parts = List.copyOf(parts);
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException when it does not begin with digits
   */
  public static VersionNumber of(String text) {
    Matcher matcher = DIGITS.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not the number of a version: " + text);
    }
    return new VersionNumber(
        Arrays.stream(matcher.group(1).split("\\.")).map(Integer::valueOf).toList());
  }

  /** A part that is not there counts as 0. */
  @Override
  public int compareTo(VersionNumber other) {
    for (int i = 0; i < Math.max(parts.size(), other.parts.size()); i++) {
      int difference = Integer.compare(part(i), other.part(i));
      if (difference != 0) {
        return difference;
      }
    }
    return 0;
  }

  private int part(int index) {
    return index < parts.size() ? parts.get(index) : 0;
  }
}
