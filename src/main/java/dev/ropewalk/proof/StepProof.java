package dev.ropewalk.proof;

import dev.ropewalk.lesson.StepId;
import java.util.List;

/** All that was tried on a step. */
public record StepProof(StepId step, List<TrialRow> rows) {
  public StepProof {
    rows = List.copyOf(rows);
  }
}
