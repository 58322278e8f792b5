package dev.ropewalk.scorecard;

import dev.ropewalk.lesson.StepId;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What came of one step.
 *
 * @param points by the weight of the step; those of its checks are as the check file has them
 * @param says why there is no more to tell, for instance that the step was skipped; may be empty
 * @param commands what the learner typed while it was open, in order
 */
public record StepResult(
    StepId id,
    String title,
    Status status,
    Points points,
    Visible visible,
    String says,
    List<CheckResult> checks,
    List<Command> commands) {
  public StepResult {
    checks = List.copyOf(checks);
    commands = List.copyOf(commands);
  }

  StepResult in(UnaryOperator<String> words) {
    return new StepResult(
        id,
        title,
        status,
        points,
        visible,
        words.apply(says),
        checks.stream().map(check -> check.in(words)).toList(),
        commands.stream().map(it -> new Command(words.apply(it.line()), it.exitCode())).toList());
  }

  /**
   * One line that the learner typed.
   *
   * @param exitCode negative where it was not run by a shell
   */
  public record Command(String line, int exitCode) {}
}
