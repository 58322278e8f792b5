package dev.ropewalk.grade.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ropewalk.check.Check;
import dev.ropewalk.check.Probes;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.lesson.StepId;
import dev.ropewalk.verify.Witness;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps what was seen when each step of a lesson was judged for the last time. Where all checks
 * passed, it looks at all else that is on the engine at once, for the next line may change it. Safe
 * for use by several threads.
 */
public final class Observer implements Witness {
  private final Lesson lesson;
  private final Map<StepId, Observed> last = new LinkedHashMap<>();

  public Observer(Lesson lesson) {
    this.lesson = lesson;
  }

  @Override
  public Round begin(String about, List<Check> checks, Engine engine, Probes probes) {
    Observed observed = new Observed(engine, probes);
    return new Round() {
      @Override
      public Engine engine() {
        return observed.engine();
      }

      @Override
      public Probes probes() {
        return observed.probes();
      }

      @Override
      public void over(List<Verdict> verdicts) {
        if (verdicts.stream().allMatch(Verdict.Passed.class::isInstance)) {
          observed.complete();
        }
        keep(about, checks, observed);
      }
    };
  }

  /** Another lesson may have a step of the same name: its checks are others. */
  private synchronized void keep(String about, List<Check> checks, Observed observed) {
    lesson.steps().stream()
        .filter(step -> step.id().slug().equals(about) && step.checks().equals(checks))
        .map(Step::id)
        .forEach(step -> last.put(step, observed));
  }

  /** Looks at all else on the engine, right after a step was judged and is not done. */
  public void complete(StepId step) {
    Observed observed;
    synchronized (this) {
      observed = last.get(step);
    }
    if (observed != null) {
      observed.complete();
    }
  }

  /** All of it, for {@link Facts#read}. */
  public synchronized String text() {
    ObjectNode steps = FactsForm.MAPPER.createObjectNode();
    last.forEach((step, observed) -> steps.set(step.slug(), observed.json()));
    return FactsForm.MAPPER.createObjectNode().put("format", 1).set("steps", steps) + "\n";
  }
}
