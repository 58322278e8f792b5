package dev.ropewalk.proof;

import dev.ropewalk.command.CommandTable;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.proof.TrialRow.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which mutants a step lets pass, and why.
 *
 * @param survivors that the step names; none where no mutants are tried
 * @param all the mutants of the step
 */
record SurvivorExplanations(
    List<Step.Survivor> survivors, List<Mutant> all, CommandTable commands) {
  SurvivorExplanations {
    survivors = List.copyOf(survivors);
    all = List.copyOf(all);
  }

  Optional<Step.Survivor> of(Mutant mutant) {
    return survivors.stream().filter(survivor -> isOf(survivor, mutant)).findFirst();
  }

  /** The explanations that explain nothing: of no mutant, or of one that is killed. */
  List<TrialRow> idle(List<TrialRow> tried) {
    List<TrialRow> idle = new ArrayList<>();
    for (Step.Survivor survivor : survivors) {
      if (all.stream().noneMatch(mutant -> isOf(survivor, mutant))) {
        idle.add(row(survivor, "no such mutant is made from the solution: remove the entry"));
      }
      for (TrialRow row : tried) {
        if (row.outcome() == Outcome.KILLED
            && row.trial() instanceof Trial.Mutated(var mutant)
            && isOf(survivor, mutant)) {
          idle.add(row(survivor, "the mutant is killed: remove the entry"));
        }
      }
    }
    return idle;
  }

  private static TrialRow row(Step.Survivor survivor, String reason) {
    return new TrialRow(new Trial.Explained(survivor), Outcome.FAILS, reason, "", Duration.ZERO);
  }

  private boolean isOf(Step.Survivor survivor, Mutant mutant) {
    return ScriptMeaning.of(survivor.mutant(), commands)
        .equals(ScriptMeaning.of(mutant.script(), commands));
  }
}
