package dev.ropewalk.proof;

import dev.ropewalk.lesson.Answers;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.StepId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What of lessons is tried.
 *
 * @param kinds which kinds of trials
 * @param mutants which of the mutants
 * @param follow after which wrong answers it is done what is said
 * @param answers of people who have not read the checks, where there are such
 * @param steps those that alone are tried of a lesson, whatever else it has; all of a lesson that
 *     is not named
 */
public record ProofScope(
    Set<Kind> kinds,
    MutantShare mutants,
    Follow follow,
    Map<LessonId, Answers> answers,
    Map<LessonId, Set<StepId>> steps) {
  /** Everything that the lessons themselves have, without doing what is said. */
  public static final ProofScope ALL =
      new ProofScope(EnumSet.allOf(Kind.class), MutantShare.ALL, Follow.NONE, Map.of());

  public ProofScope {
    kinds = Set.copyOf(kinds);
    answers = Map.copyOf(answers);
    steps = Map.copyOf(steps);
  }

  /** What is tried of whole lessons. */
  public ProofScope(
      Set<Kind> kinds, MutantShare mutants, Follow follow, Map<LessonId, Answers> answers) {
    this(kinds, mutants, follow, answers, Map.of());
  }

  /** A kind of trials. */
  public enum Kind {
    /** The lesson from its beginning to its end, with nothing done and with the solutions. */
    LESSON,
    /** The scripts among the checks, with nothing done but what sets up the lesson. */
    UNTOUCHED,
    /** The other right answers that steps name. */
    ACCEPT,
    /** The wrong answers that steps name. */
    MISTAKES,
    /** Right and wrong answers of people who have not read the checks. */
    ANSWERS,
    /** Wrong answers that are made from the solutions. */
    MUTANTS
  }

  /** After which wrong answers it is done what is said, and the step is skipped then. */
  public enum Follow {
    /** After none. */
    NONE,
    /** After those that somebody has thought of. */
    WRONG,
    /** After mutants, too: they are many. */
    ALL;

    boolean follows(Trial trial) {
      return switch (trial) {
        case Trial.Mistaken _, Trial.Wrong _ -> this != NONE;
        case Trial.Mutated _ -> this == ALL;
        case Trial.Untouched _,
            Trial.Scripted _,
            Trial.Idle _,
            Trial.Solution _,
            Trial.Accepted _,
            Trial.Right _,
            Trial.Explained _,
            Trial.Reset _ ->
            false;
      };
    }
  }

  /** The same with another share of the mutants. */
  public ProofScope with(MutantShare share) {
    return new ProofScope(kinds, share, follow, answers, steps);
  }

  /** The same, of these steps alone where a lesson is named. */
  public ProofScope with(Map<LessonId, Set<StepId>> only) {
    return new ProofScope(kinds, mutants, follow, answers, only);
  }

  /** Whether all steps of a lesson are tried, so that it can be played from end to end. */
  boolean isWhole(LessonId lesson) {
    return !steps.containsKey(lesson);
  }

  boolean tries(LessonId lesson, StepId step) {
    return isWhole(lesson) || steps.getOrDefault(lesson, Set.of()).contains(step);
  }

  boolean has(Kind kind) {
    return kinds.contains(kind);
  }

  Answers answers(LessonId lesson) {
    return answers.getOrDefault(lesson, Answers.NONE);
  }
}
