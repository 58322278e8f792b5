package dev.ropewalk.check;

import dev.ropewalk.check.value.Variables;

/**
 * What an author has to say of a check that fails, where it cannot be computed.
 *
 * @param when what must be the case for it to be said
 * @param says whole sentences; variables may stand in it
 */
public record Remark(Claim when, String says) {
  /**
   * Whether it is to the point; what cannot be judged is not, nor a word about what is there where
   * a newer command has failed.
   */
  boolean fits(Verdict.Failed failed, Scene scene) {
    boolean newer = failed.why().progress() == Diagnosis.Progress.COMMAND_FAILED;
    return (!newer || when.needsLine())
        && Check.orErrored(() -> when.judge(scene)) instanceof Verdict.Passed
        && scene.variables().values().keySet().containsAll(Variables.used(says));
  }

  /** A verdict with this said before the computed reason. */
  Verdict.Failed before(Verdict.Failed failed, Scene scene) {
    Diagnosis why = failed.why();
    return new Verdict.Failed(
        failed.expected(),
        failed.actual(),
        new Diagnosis(
            why.progress(),
            scene.variables().expand(says).strip() + " " + why.says(),
            why.remedy(),
            why.moves()),
        failed.outlook());
  }
}
