package dev.ropewalk.lesson;

import java.util.Locale;

/**
 * The name of a step within its lesson: the slug of its heading, or what the heading ends with in
 * the form <code>{#slug}</code>.
 *
 * @param slug lower case words joined by {@code -}
 */
public record StepId(String slug) {
  private static final String OPENS = "{#";
  private static final String CLOSES = "}";

  public StepId {
    boolean joined = !slug.startsWith("-") && !slug.endsWith("-") && !slug.contains("--");
    if (!joined || !slug.matches("[\\p{L}\\p{N}-]+")) {
      throw new IllegalArgumentException("not the name of a step: " + slug);
    }
  }

  /**
   * The id of a heading: the one that it ends with, else its words in lower case, joined by {@code
   * -}; punctuation goes.
   */
  public static StepId ofHeading(String heading) {
    String words = heading.strip();
    int explicit = explicit(words);
    if (explicit >= 0) {
      return new StepId(
          words.substring(explicit + OPENS.length(), words.length() - CLOSES.length()));
    }
    String slug =
        heading
            .toLowerCase(Locale.ROOT)
            .replaceAll("['’`]", "")
            .replaceAll("[^\\p{L}\\p{N}]+", "-")
            .replaceAll("^-+|-+$", "");
    return new StepId(slug);
  }

  /** A heading as it is shown: without an id at its end. */
  static String shown(String heading) {
    String words = heading.strip();
    int explicit = explicit(words);
    return explicit < 0 ? words : words.substring(0, explicit).strip();
  }

  /** Where the id at the end of a heading begins; negative where there is none. */
  private static int explicit(String words) {
    int from = words.lastIndexOf(OPENS);
    return from > 0 && words.indexOf(CLOSES, from) == words.length() - CLOSES.length() ? from : -1;
  }

  @Override
  public String toString() {
    return slug;
  }
}
