package dev.ropewalk.proof;

import dev.ropewalk.check.Probes.ScriptResult;
import dev.ropewalk.check.value.ScriptText;
import dev.ropewalk.lesson.Step;
import java.time.Duration;
import java.util.List;

/**
 * What came of a script of a check where nobody had done anything.
 *
 * @param check the check's sentence
 * @param missing programs that it wanted and the machine does not have
 * @param took how long it ran
 */
public record ScriptRun(
    Step step,
    String check,
    ScriptText script,
    ScriptResult result,
    List<String> missing,
    Duration took) {
  public ScriptRun {
    missing = List.copyOf(missing);
  }
}
