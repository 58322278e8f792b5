package dev.ropewalk.practice;

import dev.ropewalk.journal.Entry;
import dev.ropewalk.lesson.StepId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What has happened in the open step of a run through a lesson.
 *
 * @param drilled the step that the run is for; empty in a lesson, where each of them counts
 * @param done the steps of this run that are done: one that ropewalk only does once more counts
 *     once
 * @param shown whether the solution was shown, or typed for the learner
 */
record Trial(Optional<StepId> drilled, Set<StepId> done, int misses, int hints, boolean shown) {
  static final Trial NEW = new Trial(Optional.empty(), Set.of(), 0, 0, false);

  Trial {
    done = Set.copyOf(done);
  }

  Trial drills(StepId step) {
    return new Trial(Optional.of(step), done, misses, hints, shown);
  }

  Trial opened() {
    return new Trial(drilled, done, 0, 0, false);
  }

  Trial and(Entry.Struggle what) {
    return switch (what) {
      case MISS -> new Trial(drilled, done, misses + 1, hints, shown);
      case HINT -> new Trial(drilled, done, misses, hints + 1, shown);
      case SOLUTION, SKIP -> new Trial(drilled, done, misses, hints, true);
    };
  }

  Trial done(StepId step) {
    Set<StepId> more = new HashSet<>(done);
    more.add(step);
    return new Trial(drilled, more, misses, hints, shown);
  }

  /**
   * How well a step was recalled that is done now; empty where that tells nothing: it was done
   * before, or on the way to another one.
   */
  Optional<Recall> recall(StepId step, Entry.How how) {
    boolean meant = drilled.map(step::equals).orElse(true) && !done.contains(step);
    boolean passedBy = how == Entry.How.SKIPPED && !shown;
    return meant && !passedBy ? Optional.of(Recall.of(misses, hints, shown)) : Optional.empty();
  }
}
