package dev.ropewalk.check;

import dev.ropewalk.check.value.Variables;
import dev.ropewalk.engine.EngineProblem;
import dev.ropewalk.text.Quotation;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
 * @param remarks what is said before the computed reason, or in its place, when it fails: the first
 *     that fits
 */
public record Check(
    String sentence,
    Claim claim,
    Duration within,
    Duration holds,
    Map<String, Capture> capture,
    int points,
    Baseline baseline,
    List<Remark> remarks) {
  public Check {
    remarks = List.copyOf(remarks);
    capture = Map.copyOf(capture);
  }

  /** What must have been seen before a pass counts. */
  public enum Baseline {
    /** Nothing. */
    NONE,
    /** That it failed: the learner must have changed it. */
    DIFFERS,
    /**
     * That it or another such check of the step failed: the learner must have changed something.
     */
    ANY_DIFFERS
  }

  /** Judges it now. The engine's trouble becomes a verdict; nothing is thrown. */
  public Verdict judge(Scene scene) {
    return orErrored(
        () ->
            switch (claim.judge(scene)) {
              case Verdict.Passed(_, var remark) -> passed(scene, remark);
              case Verdict.Failed failed ->
                  remarks.stream()
                      .filter(remark -> remark.fits(failed, scene))
                      .findFirst()
                      .map(remark -> remark.in(failed, scene))
                      .orElse(failed);
              case Verdict.Blocked blocked -> blocked;
              case Verdict.Errored errored -> errored;
            });
  }

  /** Whether it is the author's own words that stand in the place of a computed reason. */
  public boolean isOwn(Diagnosis why, Scene scene) {
    return remarks.stream().anyMatch(remark -> remark.isAll(why, scene));
  }

  static Verdict orErrored(Supplier<Verdict> verdict) {
    try {
      return verdict.get();
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
    return compares() || claim.needsAct();
  }

  /** Whether it is asked what was so when the step opened. */
  public boolean compares() {
    return baseline != Baseline.NONE;
  }

  /** Whether it is a question to the learner. */
  public boolean asks() {
    return claim.question().isPresent();
  }

  /** Names and words that it looks for in what docker has shown to the learner. */
  public List<String> looksFor() {
    return Stream.concat(Stream.of(claim), remarks.stream().map(Remark::when))
        .flatMap(each -> each.looksFor().stream())
        .toList();
  }

  /** How long judging it may take by its own word, beside the time that looking takes. */
  public Duration mayTake() {
    return Stream.concat(Stream.of(claim), remarks.stream().map(Remark::when))
        .map(Claim::mayTake)
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** The same check; where it needs a file, it or another one must have been seen to fail. */
  public Check withFilesChanged() {
    return claim.needsFile()
        ? new Check(sentence, claim, within, holds, capture, points, Baseline.ANY_DIFFERS, remarks)
        : this;
  }

  /** Without what it is to capture it has not passed: the next steps could never be done. */
  private Verdict passed(Scene scene, String remark) {
    Map<String, String> captured = new LinkedHashMap<>();
    for (Map.Entry<String, Capture> each : capture.entrySet()) {
      Optional<String> value = each.getValue().of(claim, scene);
      if (value.isEmpty() && each.getValue().part().isPresent()) {
        return lacking(each.getValue());
      }
      value.ifPresent(text -> captured.put(each.getKey(), text));
    }
    scene.capture(captured);
    return new Verdict.Passed(captured, remark);
  }

  private static Verdict lacking(Capture capture) {
    String pattern = capture.part().map(Pattern::pattern).orElse("");
    return Claim.pending(
        pattern,
        "nothing like it",
        new Diagnosis(
            Diagnosis.Progress.WRONG_DETAIL,
            "The next steps need something that is not there (yet): nothing in the %s is like %s."
                .formatted(capture.attribute().replace('_', ' '), Quotation.code(pattern)),
            ""));
  }
}
