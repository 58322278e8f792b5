package dev.ropewalk.proof;

import dev.ropewalk.lesson.Script;
import dev.ropewalk.lesson.Step;

/** One thing that is tried on a step. */
public sealed interface Trial {
  /** Nothing is done, on an engine where the lesson has not begun. */
  record Untouched() implements Trial {}

  /**
   * A script that is a check, where nothing is done but what sets up the lesson.
   *
   * @param check the check's sentence
   */
  record Scripted(String check) implements Trial {}

  /** Nothing is done after the steps before it. */
  record Idle() implements Trial {}

  /**
   * The solution.
   *
   * @param run which one, from 1: the second meets what the first has left
   */
  record Solution(Script script, int run) implements Trial {}

  /** Another right answer. */
  record Accepted(Script script) implements Trial {}

  /** A wrong answer that the step names. */
  record Mistaken(Step.Mistake mistake) implements Trial {}

  /** A right answer of somebody who has not read the checks. */
  record Right(Script script) implements Trial {}

  /** A wrong answer of somebody who has not read the checks. */
  record Wrong(Step.Mistake answer) implements Trial {}

  /** A wrong answer that is made from the solution. */
  record Mutated(Mutant mutant) implements Trial {}

  /** A mutant that the step says may pass, which it must do. */
  record Explained(Step.Survivor survivor) implements Trial {}

  /** The whole lesson has been reset: nothing of it may be left. */
  record Reset() implements Trial {}

  /** One word for what is tried. */
  default String word() {
    return switch (this) {
      case Untouched _ -> "untouched";
      case Scripted _ -> "script";
      case Idle _ -> "idle";
      case Solution _ -> "solution";
      case Accepted _ -> "accept";
      case Mistaken _ -> "mistake";
      case Right _ -> "right";
      case Wrong _ -> "wrong";
      case Mutated _ -> "mutant";
      case Explained _ -> "survivor";
      case Reset _ -> "reset";
    };
  }

  /** What is typed; empty where nothing is. */
  default String typed() {
    return switch (this) {
      case Solution(var script, _) -> script.text();
      case Accepted(var script) -> script.text();
      case Mistaken(var mistake) -> mistake.attempt().text();
      case Right(var script) -> script.text();
      case Wrong(var answer) -> answer.attempt().text();
      case Mutated(var mutant) -> mutant.script().text();
      case Explained(var survivor) -> survivor.mutant().text();
      case Untouched _, Scripted _, Idle _, Reset _ -> "";
    };
  }
}
