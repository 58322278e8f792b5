package dev.ropewalk.lesson;

import dev.ropewalk.check.Check;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One thing to do.
 *
 * @param title its heading
 * @param prose what the learner reads before, as Markdown
 * @param debrief why it worked, shown once it is done, as Markdown; may be empty
 * @param setup command lines that run before it opens, unseen; may be empty
 * @param solution command lines that do it
 * @param accept other right ways, each as command lines
 * @param hints a ladder, shown one at a time, as Markdown
 * @param survivors wrong answers, made from the solution, that pass for a good reason
 */
public record Step(
    StepId id,
    String title,
    String prose,
    String debrief,
    List<Check> checks,
    Script setup,
    Script solution,
    List<Script> accept,
    List<String> hints,
    List<Mistake> mistakes,
    List<Survivor> survivors) {
  public Step {
    checks = List.copyOf(checks);
    accept = List.copyOf(accept);
    hints = List.copyOf(hints);
    mistakes = List.copyOf(mistakes);
    survivors = List.copyOf(survivors);
  }

  /** The sum of what its checks are worth. */
  public int points() {
    return checks.stream().mapToInt(Check::points).sum();
  }

  /** The same step, for whose setup something is run before. */
  Step setUpAfter(Script first) {
    return new Step(
        id,
        title,
        prose,
        debrief,
        checks,
        first.and(setup),
        solution,
        accept,
        hints,
        mistakes,
        survivors);
  }

  /** The same step, its right ways and its hints in other words. */
  Step told(UnaryOperator<String> words) {
    return new Step(
        id,
        title,
        prose,
        debrief,
        checks,
        setup,
        new Script(words.apply(solution.text())),
        accept.stream().map(way -> new Script(words.apply(way.text()))).toList(),
        hints.stream().map(words).toList(),
        mistakes,
        survivors);
  }

  /** Whether a question to the learner is part of it. */
  public boolean asks() {
    return questions() > 0;
  }

  /** How many questions it asks. */
  public long questions() {
    return checks.stream().filter(Check::asks).count();
  }

  /**
   * A wrong way that learners take.
   *
   * @param attempt the command lines
   * @param says words that the learner must then read
   */
  public record Mistake(Script attempt, List<String> says) {
    public Mistake {
      says = List.copyOf(says);
    }
  }

  /**
   * A change of the solution that the checks cannot, or need not, tell from it.
   *
   * @param mutant the changed command lines, as a proof prints them
   * @param because the reason
   */
  public record Survivor(Script mutant, String because) {}
}
