package dev.ropewalk.check;

import dev.ropewalk.check.value.Variables;

/**
 * What an author has to say of a check that fails, where it cannot be computed.
 *
 * @param when what must be the case for it to be said
 * @param says whole sentences; variables may stand in it
 * @param place where it stands
 */
public record Remark(Claim when, String says, Place place) {
  /** Where it stands. */
  public enum Place {
    /** Before the computed reason, whose remedy goes on to be the one that is followed. */
    BEFORE,
    /** In the place of the computed reason and of its remedy. */
    INSTEAD
  }

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

  /** Whether a diagnosis is this and nothing else. */
  boolean isAll(Diagnosis why, Scene scene) {
    return place == Place.INSTEAD
        && scene.variables().values().keySet().containsAll(Variables.used(says))
        && alone(why.progress(), scene).equals(why);
  }

  private Diagnosis alone(Diagnosis.Progress progress, Scene scene) {
    return Diagnosis.of(progress, scene.variables().expand(says).strip());
  }

  /** A verdict with this said. */
  Verdict.Failed in(Verdict.Failed failed, Scene scene) {
    Diagnosis why = failed.why();
    return new Verdict.Failed(
        failed.expected(),
        failed.actual(),
        switch (place) {
          case BEFORE ->
              new Diagnosis(
                  why.progress(),
                  scene.variables().expand(says).strip() + " " + why.says(),
                  why.remedy(),
                  why.moves());
          case INSTEAD -> alone(why.progress(), scene);
        },
        // What an author says of an act, no time makes otherwise: nobody waits for anything.
        place == Place.INSTEAD && when.isOfActs() ? Verdict.Outlook.FINAL : failed.outlook());
  }
}
