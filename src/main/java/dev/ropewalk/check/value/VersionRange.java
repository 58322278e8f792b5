package dev.ropewalk.check.value;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bounds of a version: {@code >=20.10}, {@code >=2 <3}, {@code 7.0}. A missing part counts as zero;
 * a bare version means any that begins with it.
 *
 * @param text as written
 */
public record VersionRange(String text, List<Bound> bounds) {
  private static final Pattern BOUND =
      Pattern.compile("(>=|<=|>|<|=|)v?(\\d{1,9}(?:\\.\\d{1,9}){0,5})");
  private static final Pattern VERSION = Pattern.compile("\\d{1,9}(?:\\.\\d{1,9}){0,5}");

  public VersionRange {
    bounds = List.copyOf(bounds);
  }

  /** One comparison; the relation is empty for a version that begins so. */
  private record Bound(String relation, List<Integer> version) {
    boolean includes(List<Integer> actual) {
      int order = compare(actual, version);
      return switch (relation) {
        case ">=" -> order >= 0;
        case "<=" -> order <= 0;
        case ">" -> order > 0;
        case "<" -> order < 0;
        case "=" -> order == 0;
        default ->
            actual.size() >= version.size() && actual.subList(0, version.size()).equals(version);
      };
    }
  }

  /**
   * Reads bounds, separated by spaces or commas.
   *
   * @throws IllegalArgumentException with what was expected
   */
  public static VersionRange parse(String text) {
    List<Bound> bounds =
        Arrays.stream(text.strip().replaceAll("([<>=])\\s+", "$1").split("[\\s,]+"))
            .map(VersionRange::bound)
            .toList();
    return new VersionRange(text.strip(), bounds);
  }

  private static Bound bound(String text) {
    Matcher matcher = BOUND.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("a version such as `>=20.10`");
    }
    return new Bound(matcher.group(1), parts(matcher.group(2)));
  }

  /** Whether the first version in a text is within the bounds; false where there is none. */
  public boolean includes(String actual) {
    Matcher matcher = VERSION.matcher(actual);
    // The digits of an id are no version.
    if (actual.startsWith("sha256:") || !matcher.find()) {
      return false;
    }
    List<Integer> version = parts(matcher.group());
    return bounds.stream().allMatch(bound -> bound.includes(version));
  }

  private static List<Integer> parts(String version) {
    return Arrays.stream(version.split("\\.")).map(Integer::valueOf).toList();
  }

  private static int compare(List<Integer> first, List<Integer> second) {
    for (int i = 0; i < Math.max(first.size(), second.size()); i++) {
      int order = Integer.compare(at(first, i), at(second, i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int at(List<Integer> version, int index) {
    return index < version.size() ? version.get(index) : 0;
  }
}
