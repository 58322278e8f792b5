package dev.ropewalk.proof;

import dev.ropewalk.command.CommandTable;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.proof.Row.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which mutants a step lets pass, and why.
 *
 * @param all the mutants of the step
 */
record Explanations(Step step, List<Mutant> all, CommandTable commands) {
  Explanations {
    all = List.copyOf(all);
  }

  Optional<Step.Survivor> of(Mutant mutant) {
    return step.survivors().stream().filter(survivor -> isOf(survivor, mutant)).findFirst();
  }

  /** The explanations that explain nothing: of no mutant, or of one that is killed. */
  List<Row> idle(List<Row> tried) {
    List<Row> idle = new ArrayList<>();
    for (Step.Survivor survivor : step.survivors()) {
      if (all.stream().noneMatch(mutant -> isOf(survivor, mutant))) {
        idle.add(row(survivor, "no such mutant is made from the solution: remove the entry"));
      }
      for (Row row : tried) {
        if (row.outcome() == Outcome.KILLED
            && row.trial() instanceof Trial.Mutated(var mutant)
            && isOf(survivor, mutant)) {
          idle.add(row(survivor, "the mutant is killed: remove the entry"));
        }
      }
    }
    return idle;
  }

  private static Row row(Step.Survivor survivor, String reason) {
    return new Row(new Trial.Explained(survivor), Outcome.FAILS, reason, "", Duration.ZERO);
  }

  private boolean isOf(Step.Survivor survivor, Mutant mutant) {
    return Meaning.of(survivor.mutant(), commands).equals(Meaning.of(mutant.script(), commands));
  }
}
