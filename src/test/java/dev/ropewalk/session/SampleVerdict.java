package dev.ropewalk.session;

import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Verdict;

/** Verdicts for tests. */
final class SampleVerdict {
  static final Verdict PASSED = new Verdict.Passed();
  static final Verdict FAILED = failed(Verdict.Outlook.FINAL);

  /** It fails, and time may mend that. */
  static final Verdict PENDING = failed(Verdict.Outlook.MAY_CHANGE);

  private SampleVerdict() {}

  private static Verdict failed(Verdict.Outlook outlook) {
    return new Verdict.Failed(
        "this", "that", new Diagnosis(Diagnosis.Progress.WRONG_STATE, "It is so.", ""), outlook);
  }
}
