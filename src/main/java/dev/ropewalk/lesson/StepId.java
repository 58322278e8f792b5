package dev.ropewalk.lesson;

import java.util.Locale;

/**
 * The name of a step within its lesson: the slug of its heading.
 *
 * @param slug lower case words joined by {@code -}
 */
public record StepId(String slug) {
  public StepId {
    boolean joined = !slug.startsWith("-") && !slug.endsWith("-") && !slug.contains("--");
    if (!joined || !slug.matches("[\\p{L}\\p{N}-]+")) {
      throw new IllegalArgumentException("not the name of a step: " + slug);
    }
  }

  /** The id of a heading: its words in lower case, joined by {@code -}; punctuation goes. */
  public static StepId ofHeading(String heading) {
    String slug =
        heading
            .toLowerCase(Locale.ROOT)
            .replaceAll("['’`]", "")
            .replaceAll("[^\\p{L}\\p{N}]+", "-")
            .replaceAll("^-+|-+$", "");
    return new StepId(slug);
  }

  @Override
  public String toString() {
    return slug;
  }
}
