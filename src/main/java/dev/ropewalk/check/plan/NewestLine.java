package dev.ropewalk.check.plan;

import dev.ropewalk.check.Check;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import java.util.List;

/**
 * A step may ask for several lines. One that is right for a check is no wrong try at another: that
 * one is told what there was to say of it before.
 */
final class NewestLine {
  private final List<Check> checks;
  private final Scene scene;

  NewestLine(List<Check> checks, Scene scene) {
    this.checks = checks.stream().filter(check -> check.claim().needsLine()).toList();
    this.scene = scene;
  }

  /** The verdict that is to be told. */
  Verdict.Failed told(Check check, Verdict.Failed failed) {
    // What is told of a detail is told of a try at this very check, whatever else it is right for.
    boolean isTry = failed.why().progress() == Diagnosis.Progress.WRONG_DETAIL;
    if (isTry
        || checks.size() < 2
        || scene.history().lines().isEmpty()
        || !checks.contains(check)) {
      return failed;
    }
    Scene before = scene.beforeNewestLine();
    boolean rightForAnother =
        checks.stream()
            .filter(other -> !other.equals(check))
            .anyMatch(
                other ->
                    other.claim().judge(scene) instanceof Verdict.Passed
                        && other.claim().judge(before) instanceof Verdict.Failed);
    // Who has not tried at all before is told what is asked for.
    return rightForAnother
            && check.judge(before) instanceof Verdict.Failed earlier
            && earlier.why().progress() != Diagnosis.Progress.NOTHING_DONE
        ? earlier
        : failed;
  }
}
