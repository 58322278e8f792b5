package dev.ropewalk.scorecard;

import dev.ropewalk.check.Check;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Verdict;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * What came of one check.
 *
 * @param sentence what is claimed, for people
 * @param expected what should be the case; empty unless it failed
 * @param found what is the case; empty unless it failed
 * @param kind how far the learner came, for instance {@code nothing_done} or {@code wrong_detail}:
 *     with {@code says} it is the diagnosis by which students are grouped; empty unless it failed
 * @param says why: of a failed check the computed reason, of a blocked one what it waits for, of an
 *     errored one the trouble; empty where it passed
 * @param remedy what to do about it; may be empty
 */
public record CheckResult(
    String sentence,
    Status status,
    Points points,
    String expected,
    String found,
    String kind,
    String says,
    String remedy) {
  /** Who reads a report has no screen with what docker has said, as the learner had. */
  private static final String ON_SCREEN = ", above, says why.";

  private static final String KEPT_NOWHERE =
      " says why. No report keeps it: run the line to read it.";

  /** Nor a prompt. */
  private static final String NO_WAY_BACK =
      "No command leads back from there: it must go right from the beginning of the step.";

  /** Of a check with a verdict: a pass earns all its points, everything else none. */
  public static CheckResult of(Check check, Verdict verdict) {
    int of = check.points();
    return switch (verdict) {
      case Verdict.Passed _ -> plain(check, Status.PASSED, new Points(of, of), "");
      case Verdict.Failed(var expected, var actual, var why, _) ->
          new CheckResult(
              check.sentence(),
              Status.FAILED,
              new Points(0, of),
              expected,
              actual,
              why.progress().name().toLowerCase(Locale.ROOT),
              why.says(),
              why.remedy()
                  .replace(ON_SCREEN, KEPT_NOWHERE)
                  .replace(Diagnosis.BEGIN_AGAIN, NO_WAY_BACK));
      case Verdict.Blocked(var by) ->
          plain(check, Status.BLOCKED, new Points(0, of), "It waits for " + by + ".");
      case Verdict.Errored(var reason) -> plain(check, Status.ERRORED, new Points(0, of), reason);
    };
  }

  CheckResult in(UnaryOperator<String> words) {
    return new CheckResult(
        sentence,
        status,
        points,
        words.apply(expected),
        words.apply(found),
        kind,
        words.apply(says),
        words.apply(remedy));
  }

  private static CheckResult plain(Check check, Status status, Points points, String says) {
    return new CheckResult(check.sentence(), status, points, "", "", "", says, "");
  }
}
