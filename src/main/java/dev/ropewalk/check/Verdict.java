package dev.ropewalk.check;

import dev.ropewalk.text.Quotation;
import java.util.Map;

/**
 * What came of a check. Only {@link Passed} counts as passed; only {@link Failed} is the learner's.
 */
public sealed interface Verdict {
  /**
   * It holds.
   *
   * @param captured the values of the variables that the check captures
   * @param remark what the learner did since that changes nothing; empty as a rule
   */
  record Passed(Map<String, String> captured, String remark) implements Verdict {
    public Passed {
      captured = Map.copyOf(captured);
      remark = Quotation.cut(remark, Diagnosis.LONGEST);
    }

    /** Nothing more is to be said. */
    public Passed(Map<String, String> captured) {
      this(captured, "");
    }

    /** The same, and nothing is captured. */
    public Passed() {
      this(Map.of());
    }

    /** The same without its remark. */
    public Passed unremarked() {
      return new Passed(captured);
    }
  }

  /**
   * It does not hold: what was expected, what is the case, why, and whether time alone may mend it.
   */
  record Failed(String expected, String actual, Diagnosis why, Outlook outlook) implements Verdict {
    public Failed {
      expected = Quotation.cut(expected, Diagnosis.LONGEST);
      actual = Quotation.cut(actual, Diagnosis.LONGEST);
    }
  }

  /** It cannot be judged before another check or step. */
  record Blocked(String by) implements Verdict {}

  /** It could not be judged: the engine's trouble or ours, never the learner's. */
  record Errored(String reason) implements Verdict {
    public Errored {
      reason = Quotation.cut(reason, Diagnosis.LONGEST);
    }
  }

  /** Whether a failed check may come true without the learner doing anything. */
  enum Outlook {
    MAY_CHANGE,
    FINAL
  }
}
