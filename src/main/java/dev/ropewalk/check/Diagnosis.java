package dev.ropewalk.check;

import dev.ropewalk.text.Quotation;

/**
 * Why a check fails, computed from the claim, the engine's state and its events.
 *
 * @param progress how far the learner came, from prerequisite to detail: of several reasons the one
 *     with the most progress is told
 * @param says what is the case, whole sentences, names and commands in backticks
 * @param remedy what to do about it, whole sentences; empty where {@code says} is enough
 */
public record Diagnosis(Progress progress, String says, String remedy) {
  /** More than a screen is not read. What is quoted has its own, smaller limit. */
  public static final int LONGEST = 4000;

  public Diagnosis {
    says = Quotation.cut(Quotation.shortened(says), LONGEST);
    remedy = Quotation.cut(remedy, LONGEST);
  }

  /** The same, with this remedy where it has none, or none but to read on. */
  public Diagnosis withRemedy(String other) {
    return other.isEmpty() || remedy.contains(other)
        ? this
        : new Diagnosis(progress, says, (remedy + " " + other).strip());
  }

  /** From nothing done to a detail missing. */
  public enum Progress {
    NOTHING_DONE,
    COMMAND_FAILED,
    WRONG_OBJECT,
    WRONG_STATE,
    WRONG_DETAIL
  }
}
