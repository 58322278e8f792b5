package dev.ropewalk.proof;

import dev.ropewalk.proof.TrialRow.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** All that was tried on some lessons. */
public record Proof(List<LessonProof> lessons) {
  /**
   * How many of a hundred mutants must be killed, or be explained, and how many of a hundred wrong
   * answers must be mended by doing what is said.
   */
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
    return objections().isEmpty();
  }

  /** Why it does not hold, each in some words; none where it holds. */
  List<String> objections() {
    List<String> all = new ArrayList<>();
    long failed = lessons.stream().flatMap(LessonProof::rows).filter(Proof::fails).count();
    if (failed > 0) {
      all.add(failed + (failed == 1 ? " trial" : " trials") + " did not end as it must");
    }
    if (!isFew(Trial.Right.class, Outcome.REFUSED) || !isFew(Trial.Wrong.class, Outcome.PASSED)) {
      all.add("more than %s %% of the answers were misjudged".formatted(DEBATABLE));
    }
    if (mutants(Outcome.KILLED, Outcome.EXPLAINED) * 100 < count(Trial.Mutated.class) * ENOUGH) {
      all.add("less than %s %% of the mutants are killed or explained".formatted(ENOUGH));
    }
    all.addAll(misleading());
    return all;
  }

  private static boolean fails(TrialRow row) {
    return switch (row.outcome()) {
      case FAILS, ERRORED, SILENT, EMPTY, UNWRITTEN, UNRUN -> true;
      case HOLDS, REFUSED, PASSED, UNSAID, KILLED, UNNAMED, SURVIVED, EXPLAINED -> false;
    };
  }

  /** Whether what is said to wrong answers leads to the end of the step, in words where not. */
  private List<String> misleading() {
    long typed = followed(followed -> followed.end() != Followed.End.NOTHING);
    long mended = followed(followed -> followed.end() == Followed.End.MENDED);
    boolean harmless =
        followed(
                it ->
                    it.end() == Followed.End.LOOP
                        || it.skip() == Followed.Skip.LOCKED
                        || !it.lost().isEmpty())
            == 0;
    List<String> all = new ArrayList<>();
    if (!harmless) {
      all.add("what the learner is told leads in a circle, locks the step or does harm");
    }
    if (mended * 100 < typed * ENOUGH) {
      all.add("less than %s %% of what is told mends the answer".formatted(ENOUGH));
    }
    return all;
  }

  /** How many trials of a kind ended in one of these ways. */
  long count(Class<? extends Trial> kind, Outcome... outcomes) {
    return lessons.stream().mapToLong(lesson -> lesson.count(kind, outcomes)).sum();
  }

  boolean has(Predicate<TrialRow> which) {
    return lessons.stream().flatMap(LessonProof::rows).anyMatch(which);
  }

  /** After how many wrong answers doing what was said had such an end. */
  long followed(Predicate<Followed> how) {
    return lessons.stream().mapToLong(lesson -> lesson.followed(how)).sum();
  }

  private boolean isFew(Class<? extends Trial> kind, Outcome outcome) {
    return count(kind, outcome) * 100 <= count(kind) * DEBATABLE;
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
