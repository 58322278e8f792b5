package dev.ropewalk.session;

import dev.ropewalk.lesson.StepId;
import java.util.Optional;

/**
 * What a shell of the learner's own runs.
 *
 * @param text the line; empty where the shell waits for one
 * @param during the step that was open when it began; empty where none was
 */
record LineElsewhere(String text, Optional<StepId> during) {
  /** The shell waits. */
  static final LineElsewhere NONE = new LineElsewhere("", Optional.empty());

  /** Whether it runs, and began in this step. */
  boolean isOf(StepId step) {
    return !text.isEmpty() && during.filter(step::equals).isPresent();
  }

  /** Whether it began in an earlier step than this one. */
  boolean isFromBefore(Optional<StepId> step) {
    return during.isPresent() && !during.equals(step);
  }
}
