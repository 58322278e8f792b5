package dev.ropewalk.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** "Did you mean": the name that was probably meant. */
public final class Suggestion {
  private Suggestion() {}

  /**
   * The candidate that differs least from a word: by at most a third of its letters, or only in
   * letter case and punctuation. Empty when none is that near.
   */
  public static Optional<String> nearest(String word, Collection<String> candidates) {
    return candidates.stream()
        .filter(candidate -> near(word, candidate))
        .min(Comparator.comparingInt((String c) -> distance(word, c)).thenComparing(c -> c));
  }

  private static boolean near(String word, String candidate) {
    if (candidate.equals(word)) {
      return false;
    }
    int allowed = Math.max(1, Math.max(word.length(), candidate.length()) / 3);
    return bare(word).equals(bare(candidate)) || distance(word, candidate) <= allowed;
  }

  private static String bare(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static int distance(String a, String b) {
    return LevenshteinDistance.getDefaultInstance().apply(a, b);
  }
}
