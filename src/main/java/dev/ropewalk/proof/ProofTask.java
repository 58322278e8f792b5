package dev.ropewalk.proof;

import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.Script;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.lesson.StepId;
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

  /** The answers to a step. */
  record StepAnswers(Lesson lesson, Step step, AnswersToTry answers) implements ProofTask {
    @Override
    public int trials() {
      return answers.count();
    }

    @Override
    public Map<StepId, List<TrialRow>> in(RenewableRehearsal rehearsal, TrialCounter count)
        throws InterruptedException {
      StepTrials trials = new StepTrials(rehearsal, lesson, step, row -> count.add(lesson, row));
      List<TrialRow> rows = new ArrayList<>();
      for (Script answer : answers.accepted()) {
        rows.add(trials.accepted(answer));
      }
      for (Script answer : answers.right()) {
        rows.add(trials.right(answer));
      }
      for (Step.Mistake mistake : answers.mistakes()) {
        rows.add(trials.mistaken(mistake));
      }
      for (Step.Mistake answer : answers.wrong()) {
        rows.add(trials.wrong(answer));
      }
      for (Mutant mutant : answers.mutants()) {
        rows.add(trials.mutated(mutant, answers.explanations().of(mutant)));
      }
      rows.addAll(answers.explanations().idle(rows));
      return Map.of(step.id(), rows);
    }
  }
}
