package dev.ropewalk.proof;

import dev.ropewalk.proof.TrialRow.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What keeps lessons from being proved, counted as one lesson. */
final class Objections {
  /**
   * How many of a hundred right answers may be refused, and of wrong ones may pass, that were
   * written by people who have not read the checks: some of them are open to debate.
   */
  private static final int DEBATABLE = 1;

  private final List<LessonProof> lessons;

  private Objections(List<LessonProof> lessons) {
    this.lessons = lessons;
  }

  /** Each in some words; none where they hold. */
  static List<String> to(List<LessonProof> lessons) {
    return new Objections(lessons).all();
  }

  private List<String> all() {
    List<String> all = new ArrayList<>();
    long failed = lessons.stream().flatMap(LessonProof::rows).filter(Objections::fails).count();
    if (failed > 0) {
      all.add(failed + (failed == 1 ? " trial" : " trials") + " did not end as it must");
    }
    if (!isFew(Trial.Right.class, Outcome.REFUSED) || !isFew(Trial.Wrong.class, Outcome.PASSED)) {
      all.add("more than %s %% of the answers were misjudged".formatted(DEBATABLE));
    }
    long killed = count(Trial.Mutated.class, Outcome.KILLED, Outcome.EXPLAINED);
    if (killed * 100 < count(Trial.Mutated.class, Outcome.values()) * Proof.ENOUGH) {
      all.add("less than %s %% of the mutants are killed or explained".formatted(Proof.ENOUGH));
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
    if (mended * 100 < typed * Proof.ENOUGH) {
      all.add("less than %s %% of what is told mends the answer".formatted(Proof.ENOUGH));
    }
    return all;
  }

  private boolean isFew(Class<? extends Trial> kind, Outcome outcome) {
    return count(kind, outcome) * 100 <= count(kind, Outcome.values()) * DEBATABLE;
  }

  private long count(Class<? extends Trial> kind, Outcome... outcomes) {
    return lessons.stream().mapToLong(lesson -> lesson.count(kind, outcomes)).sum();
  }

  private long followed(Predicate<Followed> how) {
    return lessons.stream().mapToLong(lesson -> lesson.followed(how)).sum();
  }
}
