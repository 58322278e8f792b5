package dev.ropewalk.proof;

import dev.ropewalk.proof.TrialRow.Outcome;
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
   * Whether each of the lessons holds by itself: what is proved beside it makes none better or
   * worse.
   */
  public boolean holds() {
    return lessons.stream().allMatch(LessonProof::holds);
  }

  /**
   * Whether all of them hold if they are counted as one lesson. That is for a share of the trials
   * only, of which a lesson may have so few that one mutant in hundred is one in three.
   */
  public boolean holdsTogether() {
    return Objections.to(lessons).isEmpty();
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

  /** How many mutants ended in one of these ways; without any, all. */
  public long mutants(Outcome... outcomes) {
    return outcomes.length == 0
        ? lessons.stream().mapToLong(lesson -> lesson.count(Trial.Mutated.class)).sum()
        : lessons.stream()
            .mapToLong(
                lesson ->
                    Arrays.stream(outcomes)
                        .mapToLong(outcome -> lesson.count(Trial.Mutated.class, outcome))
                        .sum())
            .sum();
  }
}
