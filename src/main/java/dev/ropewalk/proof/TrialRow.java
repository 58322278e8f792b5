package dev.ropewalk.proof;

import java.time.Duration;
import java.util.Optional;

/**
 * What came of a trial.
 *
 * @param reason why the outcome is what it is; empty where it needs no words
 * @param read what the learner read; empty where nothing was typed
 * @param took with the opening of the step
 * @param followed what came of doing what was said; empty where that was not done
 */
public record TrialRow(
    Trial trial,
    Outcome outcome,
    String reason,
    String read,
    Duration took,
    Optional<Followed> followed) {
  /** What came of a trial after which nothing more was done. */
  public TrialRow(Trial trial, Outcome outcome, String reason, String read, Duration took) {
    this(trial, outcome, reason, read, took, Optional.empty());
  }

  /** How a trial can end. */
  public enum Outcome {
    /** As it must be. */
    HOLDS,
    /** Not as it must be. */
    FAILS,
    /** Not known, by trouble of ours or of the machine. */
    ERRORED,
    /** A right answer does not pass. */
    REFUSED,
    /** A wrong answer passes. */
    PASSED,
    /** A wrong answer does not pass, but nothing at all is said to it. */
    SILENT,
    /** A wrong answer does not pass, but what is said is not what its author hoped for. */
    UNSAID,
    /** A mutant failed, and the learner read what was changed. */
    KILLED,
    /** A mutant failed, but nothing that was read names what was changed. */
    UNNAMED,
    /** A mutant passed. */
    SURVIVED,
    /** A mutant passed, or was not named, and the step says why it may. */
    EXPLAINED,
    /** A script passes although nothing was done. */
    EMPTY,
    /** A script does nothing but to pass: what must be true is still to be written. */
    UNWRITTEN,
    /** A script lacks something here, so that nothing is known of it. */
    UNRUN;

    /** As a table and JSON show it. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** The same with another reason. */
  TrialRow because(String why) {
    return new TrialRow(trial, outcome, why, read, took, followed);
  }

  /** The same, with what came of doing what was said, and with the time until then. */
  TrialRow then(Followed what, Duration all) {
    return new TrialRow(trial, outcome, reason, read, all, Optional.of(what));
  }
}
