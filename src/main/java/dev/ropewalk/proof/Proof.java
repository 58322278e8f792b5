package dev.ropewalk.proof;

import dev.ropewalk.proof.TrialRow.Outcome;
import java.util.Arrays;
import java.util.List;

/** All that was tried on some lessons. */
public record Proof(List<LessonProof> lessons) {
  /** How many of a hundred mutants must be killed, or be explained. */
  public static final int ENOUGH = 95;

  public Proof {
    lessons = List.copyOf(lessons);
  }

  /**
   * How many of a hundred right answers may be refused, and of wrong ones may pass, that were
   * written by people who have not read the checks: some of them are open to debate.
   */
  public static final int DEBATABLE = 1;

  /** Whether nothing failed, answers were told apart, and enough mutants were killed. */
  public boolean holds() {
    long mutants = count(Trial.Mutated.class);
    long told = mutants(Outcome.KILLED, Outcome.EXPLAINED);
    return lessons.stream().flatMap(LessonProof::rows).noneMatch(Proof::fails)
        && isFew(Trial.Right.class, Outcome.REFUSED)
        && isFew(Trial.Wrong.class, Outcome.PASSED)
        && told * 100 >= mutants * ENOUGH;
  }

  private static boolean fails(TrialRow row) {
    return switch (row.outcome()) {
      case FAILS, ERRORED, SILENT -> true;
      case HOLDS, REFUSED, PASSED, UNSAID, KILLED, UNNAMED, SURVIVED, EXPLAINED -> false;
    };
  }

  private boolean isFew(Class<? extends Trial> kind, Outcome outcome) {
    long bad = lessons.stream().mapToLong(lesson -> lesson.count(kind, outcome)).sum();
    return bad * 100 <= count(kind) * DEBATABLE;
  }

  private long count(Class<? extends Trial> kind) {
    return lessons.stream().mapToLong(lesson -> lesson.count(kind)).sum();
  }

  /** How many mutants ended in one of these ways; without any, all. */
  public long mutants(Outcome... outcomes) {
    return outcomes.length == 0
        ? count(Trial.Mutated.class)
        : lessons.stream()
            .mapToLong(
                lesson ->
                    Arrays.stream(outcomes)
                        .mapToLong(outcome -> lesson.count(Trial.Mutated.class, outcome))
                        .sum())
            .sum();
  }
}
