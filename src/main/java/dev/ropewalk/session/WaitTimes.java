package dev.ropewalk.session;

import dev.ropewalk.check.Check;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.lesson.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** How long verdicts are waited for. */
record WaitTimes(State state, Instant now) {
  /**
   * How long a line of the learner's own shell may take to end, once what it has asked for ends the
   * step: as a rule it does at once, and tells then where its output went, for instance.
   */
  private static final Duration ENDING = Duration.ofMillis(300);

  /** The moment at which every check has held as long as it must. */
  Instant heldAt(Step step) {
    Map<Integer, Instant> since = state.passedSince();
    Duration least = state.runsElsewhere(step.id()) ? ENDING : Duration.ZERO;
    Instant held = Instant.EPOCH;
    for (int i = 0; i < step.checks().size(); i++) {
      Duration holds = step.checks().get(i).holds();
      Instant one = since.getOrDefault(i, now).plus(holds.compareTo(least) < 0 ? least : holds);
      held = one.isAfter(held) ? one : held;
    }
    return held;
  }

  /**
   * Until when a failure that time may mend is waited for: counted from the last event that it may
   * follow, so that idling costs nothing.
   */
  Instant deadline(Step step, List<Verdict> verdicts) {
    Instant patience = Instant.EPOCH;
    for (int i = 0; i < verdicts.size(); i++) {
      Check check = step.checks().get(i);
      if (mayChange(verdicts.get(i))) {
        Instant event = state.lastEvents().get(i);
        Instant until = event == null ? Instant.EPOCH : event.plus(check.within());
        patience = until.isAfter(patience) ? until : patience;
      } else if (!(verdicts.get(i) instanceof Verdict.Passed)) {
        return Instant.EPOCH;
      }
    }
    return patience;
  }

  /** Whether time may mend a failure. */
  static boolean mayChange(Verdict verdict) {
    return verdict instanceof Verdict.Failed(_, _, _, var outlook)
        && outlook == Verdict.Outlook.MAY_CHANGE;
  }
}
