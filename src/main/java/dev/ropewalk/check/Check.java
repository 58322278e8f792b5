package dev.ropewalk.check;

import dev.ropewalk.engine.EngineProblem;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One sentence of a step that must be true for the step to be done.
 *
 * @param sentence what is claimed, for people
 * @param within how long after the last event that matters the claim may take to come true; zero
 *     for at once
 * @param holds how long it must then stay true; zero for one moment
 * @param capture variables that get a value when it passes, with the attribute that they get it
 *     from
 * @param points its weight in a score
 */
public record Check(
    String sentence,
    Claim claim,
    Duration within,
    Duration holds,
    Map<String, String> capture,
    int points) {
  public Check {
    capture = Map.copyOf(capture);
  }

  /** Judges it now. The engine's trouble becomes a verdict; nothing is thrown. */
  public Verdict judge(Scene scene) {
    try {
      Verdict verdict = claim.judge(scene);
      if (verdict instanceof Verdict.Passed) {
        Map<String, String> captured = captured(scene);
        scene.capture(captured);
        return new Verdict.Passed(captured);
      }
      return verdict;
    } catch (Variables.UnknownVariable e) {
      return new Verdict.Blocked("an earlier check, which gives `${" + e.name() + "}` its value");
    } catch (EngineProblem e) {
      return new Verdict.Errored(e.sentence());
    } catch (IllegalArgumentException e) {
      return new Verdict.Errored("the check cannot be judged: " + e.getMessage());
    } catch (RuntimeException e) {
      // A session waits for its verdicts: a bug of ours must not leave it waiting for ever.
      return new Verdict.Errored("ropewalk has a bug, please report it: " + e);
    }
  }

  /** Whether it can only pass after something has happened in the lesson. */
  public boolean needsAct() {
    return claim.needsAct();
  }

  private Map<String, String> captured(Scene scene) {
    Map<String, String> captured = new LinkedHashMap<>();
    capture.forEach(
        (variable, attribute) ->
            claim.value(attribute, scene).ifPresent(value -> captured.put(variable, value)));
    return captured;
  }
}
