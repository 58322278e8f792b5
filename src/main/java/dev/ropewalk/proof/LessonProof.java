package dev.ropewalk.proof;

import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.proof.TrialRow.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All that was tried on a lesson. */
public record LessonProof(LessonId lesson, List<StepProof> steps) {
  public LessonProof {
    steps = List.copyOf(steps);
  }

  /** Whether nothing failed, answers were told apart, and enough mutants were killed. */
  public boolean holds() {
    return objections().isEmpty();
  }

  /** Why it does not hold, each in some words; none where it holds. */
  public List<String> objections() {
    return Objections.to(List.of(this));
  }

  /** How many trials of a kind there were. */
  public long count(Class<? extends Trial> kind) {
    return rows().filter(row -> kind.isInstance(row.trial())).count();
  }

  /** How many trials of a kind ended in one of these ways. */
  public long count(Class<? extends Trial> kind, Outcome... outcomes) {
    return rows()
        .filter(row -> kind.isInstance(row.trial()))
        .filter(row -> Arrays.asList(outcomes).contains(row.outcome()))
        .count();
  }

  /** Whether answers of people who have not read the checks were tried. */
  boolean hasAnswers() {
    return count(Trial.Right.class) + count(Trial.Wrong.class) > 0;
  }

  /** After how many wrong answers doing what was said had such an end. */
  public long followed(Predicate<Followed> how) {
    return rows().flatMap(row -> row.followed().stream()).filter(how).count();
  }

  Stream<TrialRow> rows() {
    return steps.stream().flatMap(step -> step.rows().stream());
  }
}
