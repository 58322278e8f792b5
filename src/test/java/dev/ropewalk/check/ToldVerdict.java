package dev.ropewalk.check;

/** A verdict as a text, for golden files. */
final class ToldVerdict {
  private ToldVerdict() {}

  /** What the learner reads of a verdict. */
  static String of(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Passed(var captured, var remark) ->
          "passed"
              + (captured.isEmpty() ? "" : " " + captured)
              + (remark.isEmpty() ? "" : "\n  " + remark);
      case Verdict.Failed(_, _, var why, var outlook) ->
          "failed%s%n  %s%s"
              .formatted(
                  outlook == Verdict.Outlook.MAY_CHANGE ? ", but may change" : "",
                  why.says(),
                  why.remedy().isEmpty() ? "" : "\n  > " + why.remedy());
      case Verdict.Blocked(var by) -> "blocked by " + by;
      case Verdict.Errored(var reason) -> "could not be judged: " + reason;
    };
  }
}
