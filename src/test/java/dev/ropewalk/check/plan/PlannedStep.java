package dev.ropewalk.check.plan;

import dev.ropewalk.check.Bench;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.engine.SampleContainer;
import java.util.List;

/** A bench with an image, and what a learner there is told to do by the checks of a step. */
final class PlannedStep {
  static final String RUNS =
      "container: box\nexpect: {state: running, mode: detached, image: redis, program: redis-server}";
  static final String HERE_ONLY =
      "port: 12345\nexpect: {answers: redis, bound_to: loopback, container: box}";

  final Bench bench = new Bench();

  PlannedStep() {
    bench.engine.withImage("redis:latest");
  }

  static SampleContainer box() {
    return new SampleContainer("box");
  }

  /** The moves of the first check that fails. */
  List<String> moves(String... checks) {
    return first(checks).moves();
  }

  /** Of the first check that fails. */
  Diagnosis first(String... checks) {
    return bench.judgeAll(checks).stream()
        .filter(Verdict.Failed.class::isInstance)
        .map(verdict -> ((Verdict.Failed) verdict).why())
        .findFirst()
        .orElseThrow();
  }
}
