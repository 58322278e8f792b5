package dev.ropewalk.proof;

import dev.ropewalk.lesson.Answers;
import dev.ropewalk.lesson.Script;
import dev.ropewalk.lesson.Step;
import java.util.List;

/**
 * The answers to one step that are tried, each kind in its order.
 *
 * @param given by people who have not read the checks
 * @param explanations why some mutants may pass
 */
record AnswersToTry(
    List<Script> accepted,
    List<Step.Mistake> mistakes,
    Answers.Given given,
    List<Mutant> mutants,
    SurvivorExplanations explanations) {
  AnswersToTry {
    accepted = List.copyOf(accepted);
    mistakes = List.copyOf(mistakes);
    mutants = List.copyOf(mutants);
  }

  int count() {
    return accepted.size() + mistakes.size() + right().size() + wrong().size() + mutants.size();
  }

  List<Script> right() {
    return given.right();
  }

  List<Step.Mistake> wrong() {
    return given.wrong();
  }
}
