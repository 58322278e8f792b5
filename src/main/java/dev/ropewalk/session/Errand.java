package dev.ropewalk.session;

import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.lesson.StepId;

/**
 * What ropewalk does in the learner's place, step by step.
 *
 * @param step which it is about
 * @param way what may be done when it does not work out
 */
record Errand(Kind kind, StepId step, Way way) {
  /** What it is for. */
  enum Kind {
    /** To have the step begin once more, for the learner. */
    RETRY,
    /** To have the step go on after free play. */
    RESUME,
    /** To have the step done. */
    SKIP,
    /** To have the steps before it done. */
    GOTO
  }

  /** How the engine may be brought to the beginning of the step from which it is done. */
  enum Way {
    /** From what is there; where that does not do, the learner is asked about all of it. */
    FROM_HERE,
    /** All steps of the lesson are done once more, its objects being gone. */
    ALL_AGAIN,
    /** As it is: nobody is there to be asked. */
    AS_IT_IS
  }

  /** To have an open step begin once more. */
  static Errand retry(Step step) {
    return new Errand(Kind.RETRY, step.id(), Way.FROM_HERE);
  }

  Errand by(Way other) {
    return new Errand(kind, step, other);
  }

  /** The last step that ropewalk does for it, counted from 0; -1 where there is none. */
  int last(Lesson lesson) {
    int index = lesson.indexOf(step).orElse(-1);
    return kind == Kind.SKIP ? index : index - 1;
  }
}
