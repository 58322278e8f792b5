package dev.ropewalk.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** "Did you mean": the name that was probably meant. */
public final class Suggestion {
  /** Nobody mistypes a longer name, and the table of differences stays small. */
  private static final int LONGEST = 100;

  private Suggestion() {}

  /**
   * The candidate that differs least from a word: by at most a third of its letters, or only in
   * letter case and punctuation. Two letters that changed places are one difference; of two that
   * are equally near, the one of the same letters, then the one of the same length. Empty when none
   * is that near.
   */
  public static Optional<String> nearest(String word, Collection<String> candidates) {
    return candidates.stream()
        .filter(candidate -> near(word, candidate))
        .min(
            Comparator.comparingInt((String c) -> distance(word, c))
                .thenComparing(c -> !letters(c).equals(letters(word)))
                .thenComparingInt(c -> Math.abs(c.length() - word.length()))
                .thenComparing(c -> c));
  }

  private static boolean near(String word, String candidate) {
    if (candidate.equals(word) || Math.max(word.length(), candidate.length()) > LONGEST) {
      return false;
    }
    int allowed = Math.max(1, Math.max(word.length(), candidate.length()) / 3);
    if (Math.abs(word.length() - candidate.length()) > allowed) {
      return false;
    }
    return bare(word).equals(bare(candidate)) || distance(word, candidate) <= allowed;
  }

  private static List<Integer> letters(String word) {
    return word.chars().sorted().boxed().toList();
  }

  private static String bare(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /**
   * How many letters must be added, left out, replaced or swapped with their neighbour: the optimal
   * string alignment.
   */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(a, b, i, j, cost);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int cheapest(String a, String b, int i, int j, int[][] cost) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int best = Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1);
    best = Math.min(best, cost[i - 1][j - 1] + (same ? 0 : 1));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
