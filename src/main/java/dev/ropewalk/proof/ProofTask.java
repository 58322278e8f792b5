package dev.ropewalk.proof;

import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.Script;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.lesson.StepId;
import dev.ropewalk.proof.ProofScope.Follow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Trials that belong together and are done in one rehearsal. */
sealed interface ProofTask {
  Lesson lesson();

  /** How many trials it is. */
  int trials();

  /** Carries it out; the rows of each step. */
  Map<StepId, List<TrialRow>> in(RenewableRehearsal rehearsal, TrialCounter count)
      throws InterruptedException;

  /** A lesson from its beginning to its end. */
  record Walk(Lesson lesson) implements ProofTask {
    @Override
    public int trials() {
      return 5 * lesson.steps().size() + 2;
    }

    @Override
    public Map<StepId, List<TrialRow>> in(RenewableRehearsal rehearsal, TrialCounter count)
        throws InterruptedException {
      return new LessonWalk(rehearsal, lesson, row -> count.add(lesson, row)).walk();
    }
  }

  /**
   * The scripts among the checks of a lesson, where nobody has done anything.
   *
   * @param trials how many there are
   */
  record Scripts(Lesson lesson, int trials) implements ProofTask {
    static Scripts of(Lesson lesson) {
      long scripts =
          lesson.steps().stream()
              .flatMap(step -> step.checks().stream())
              .filter(check -> check.claim().script().isPresent())
              .count();
      return new Scripts(lesson, Math.toIntExact(scripts));
    }

    @Override
    public Map<StepId, List<TrialRow>> in(RenewableRehearsal rehearsal, TrialCounter count)
        throws InterruptedException {
      return trials == 0
          ? Map.of()
          : new ScriptTrials(rehearsal, lesson, row -> count.add(lesson, row)).run();
    }
  }

  /**
   * Right answers to a step.
   *
   * @param solutions its solution, where the lesson is not played from end to end
   * @param accepted those that the step names
   * @param right those of people who have not read the checks
   */
  record RightAnswers(
      Lesson lesson, Step step, List<Script> solutions, List<Script> accepted, List<Script> right)
      implements ProofTask {
    @Override
    public int trials() {
      return solutions.size() + accepted.size() + right.size();
    }

    @Override
    public Map<StepId, List<TrialRow>> in(RenewableRehearsal rehearsal, TrialCounter count)
        throws InterruptedException {
      StepTrials trials =
          new StepTrials(rehearsal, lesson, step, Follow.NONE, row -> count.add(lesson, row));
      List<TrialRow> rows = new ArrayList<>();
      for (Script answer : solutions) {
        rows.add(trials.solved(answer));
      }
      for (Script answer : accepted) {
        rows.add(trials.accepted(answer));
      }
      for (Script answer : right) {
        rows.add(trials.right(answer));
      }
      return Map.of(step.id(), rows);
    }
  }

  /**
   * Wrong answers to a step. Where it is done what is said, somebody else's things are on the
   * engine; so right answers are better tried before.
   *
   * @param mistakes those that the step names
   * @param wrong those of people who have not read the checks
   * @param mutants those that are made from the solution
   * @param explanations why some mutants may pass
   */
  record WrongAnswers(
      Lesson lesson,
      Step step,
      List<Step.Mistake> mistakes,
      List<Step.Mistake> wrong,
      List<Mutant> mutants,
      SurvivorExplanations explanations,
      Follow follow)
      implements ProofTask {
    @Override
    public int trials() {
      return mistakes.size() + wrong.size() + mutants.size();
    }

    @Override
    public Map<StepId, List<TrialRow>> in(RenewableRehearsal rehearsal, TrialCounter count)
        throws InterruptedException {
      StepTrials trials =
          new StepTrials(rehearsal, lesson, step, follow, row -> count.add(lesson, row));
      List<TrialRow> rows = new ArrayList<>();
      for (Step.Mistake mistake : mistakes) {
        rows.add(trials.mistaken(mistake));
      }
      for (Step.Mistake answer : wrong) {
        rows.add(trials.wrong(answer));
      }
      for (Mutant mutant : mutants) {
        rows.add(trials.mutated(mutant, explanations.of(mutant)));
      }
      rows.addAll(explanations.idle(rows));
      return Map.of(step.id(), rows);
    }
  }
}
