package dev.ropewalk.proof;

import java.util.List;
import java.util.Locale;

/**
 * What came of doing what ropewalk has said to a wrong answer.
 *
 * @param rounds what was typed, and what was said to it; none where there was nothing to type
 * @param skip whether the step can be skipped where that has ended
 * @param lost what was there before the lesson, and is not as it was
 */
public record Followed(End end, List<Round> rounds, Skip skip, List<String> lost) {
  public Followed {
    rounds = List.copyOf(rounds);
    lost = List.copyOf(lost);
  }

  /**
   * What was typed at once.
   *
   * @param diagnosis what was then said; empty where the step was done
   */
  public record Round(List<String> lines, String diagnosis) {
    public Round {
      lines = List.copyOf(lines);
    }
  }

  /** How it ended. */
  public enum End {
    /** The step was done. */
    MENDED,
    /** Something was said that had been said before. */
    LOOP,
    /** Each time something else was said, but the step was not done. */
    UNMENDED,
    /** Nothing was said that could be typed. */
    NOTHING;

    /** As a table and JSON show it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What became of {@code :skip}. */
  public enum Skip {
    /** The step was done already. */
    NOT_NEEDED,
    /** It led to the step's end. */
    DONE,
    /** It did not. */
    LOCKED;

    /** As JSON shows it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** Whether it must not be so. */
  boolean isBad() {
    return end == End.LOOP || end == End.UNMENDED || skip == Skip.LOCKED || !lost.isEmpty();
  }
}
