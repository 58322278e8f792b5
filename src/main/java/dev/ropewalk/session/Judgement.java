package dev.ropewalk.session;

import dev.ropewalk.check.Check;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.lesson.Step;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The verdicts of a round as they are to be told where the learner works. */
final class Judgement {
  /** In place of what would blame a learner whose shell nobody sees. */
  static final Diagnosis UNSEEN =
      new Diagnosis(
          Diagnosis.Progress.NOTHING_DONE,
          "No shell that takes part has run the command that this step asks for.",
          "`eval \"$(ropewalk env)\"` lets one take part; of other shells ropewalk can only judge"
              + " what they change on the engine.");

  private Judgement() {}

  /** The verdicts of the open step's checks. */
  static List<Verdict> of(State state, Step step, List<Verdict> raw) {
    Optional<String> wayBack = Evidence.whereabouts(state.standing()).wayBack();
    List<Verdict> placed =
        wayBack.isEmpty()
            ? raw
            : IntStream.range(0, raw.size())
                .mapToObj(i -> placed(step.checks().get(i), raw.get(i), wayBack.get()))
                .toList();
    List<Verdict> sound = settled(step, Evidence.sound(state.standing(), step.checks(), placed));
    return switch (state.manner()) {
      case PROMPT, STEADY -> sound;
      case BESIDE ->
          IntStream.range(0, sound.size())
              .mapToObj(i -> beside(step.checks().get(i), sound.get(i), state))
              .toList();
    };
  }

  /** What does not answer one question may answer another one, which is told there. */
  private static List<Verdict> settled(Step step, List<Verdict> verdicts) {
    boolean ofNone =
        IntStream.range(0, verdicts.size())
            .filter(i -> step.checks().get(i).asks())
            .allMatch(
                i -> verdicts.get(i) instanceof Verdict.Passed(_, var remark) && !remark.isEmpty());
    return ofNone
        ? verdicts
        : verdicts.stream()
            .map(it -> it instanceof Verdict.Passed passed ? passed.unremarked() : it)
            .toList();
  }

  /** Who is not in the lesson's folder may have done the right thing with a file elsewhere. */
  private static Verdict placed(Check check, Verdict verdict, String wayBack) {
    return verdict instanceof Verdict.Failed failed && !check.claim().files().isEmpty()
        ? new Verdict.Failed(
            failed.expected(), failed.actual(), failed.why().withRemedy(wayBack), failed.outlook())
        : verdict;
  }

  /**
   * Beside the learner's shells, that no line is known does not mean that there was none, unless
   * one of them takes part: what was typed there is known.
   */
  private static Verdict beside(Check check, Verdict verdict, State state) {
    return verdict instanceof Verdict.Failed failed
            && check.claim().needsLine()
            && failed.why().progress() == Diagnosis.Progress.NOTHING_DONE
            && state.elsewhere().isEmpty()
        ? new Verdict.Failed(failed.expected(), failed.actual(), UNSEEN, failed.outlook())
        : verdict;
  }
}
