package dev.ropewalk.author;

import dev.ropewalk.lesson.Step;
import dev.ropewalk.text.Place;
import dev.ropewalk.text.Problems;

/** What a step should have besides its checks and its solution. */
final class StepRules {
  private final Problems checks;
  private final Hints hints;

  StepRules(Problems checks, Hints hints) {
    this.checks = checks;
    this.hints = hints;
  }

  /** Whether the steps of a lesson help. */
  enum Hints {
    EXPECTED,
    NONE
  }

  void look(Step step, Place place) {
    if (step.solution().text().contains("# TODO")) {
      checks.warn(
          place,
          "the solution of `" + step.id() + "` is still to be written",
          "write the commands that do this step");
    }
    if (hints == Hints.NONE && !step.hints().isEmpty()) {
      checks.warn(
          place,
          "the step `" + step.id() + "` has hints, and the lesson says that it gives none",
          "take out its `hints:`, or `hints: none` at the top");
    }
    if (hints == Hints.EXPECTED && step.hints().isEmpty()) {
      checks.warn(
          place,
          "the step `" + step.id() + "` has no hints",
          "add `hints:`, from a nudge to the command itself");
    }
    if (step.questions() > 1) {
      checks.warn(
          place,
          "the step `%s` asks %s questions, and `:answer` does not say which one it is for"
              .formatted(step.id(), step.questions()),
          "ask one question with several right choices (`right: [A, B]`), or make a step of each");
    }
    if (step.mistakes().isEmpty()) {
      checks.warn(
          place,
          "the step `" + step.id() + "` tries no mistakes",
          "add `mistakes:` with what learners get wrong and the words that must help them");
    }
    if (step.accept().isEmpty()) {
      checks.warn(
          place,
          "the step `" + step.id() + "` knows only one right way",
          "add `accept:` with another way that must pass too");
    }
  }
}
