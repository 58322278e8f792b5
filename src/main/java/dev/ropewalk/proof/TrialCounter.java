package dev.ropewalk.proof;

import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.LessonId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Counts trials for the one who waits. Safe for use by several threads. */
final class TrialCounter {
  private final Prover.Listener listener;
  private final int all;
  private final Set<LessonId> proved = new HashSet<>();
  private int done;

  TrialCounter(Prover.Listener listener, int all) {
    this.listener = listener;
    this.all = all;
  }

  synchronized void add(Lesson lesson, TrialRow row) {
    done++;
    listener.tried(new Prover.Progress(lesson, done, all, row));
  }

  /**
   * Tells of a lesson, once.
   *
   * @param proof of it; empty while there is more to try
   */
  synchronized void proved(Lesson lesson, Function<Lesson, Optional<LessonProof>> proof) {
    if (!proved.contains(lesson.id())) {
      proof
          .apply(lesson)
          .ifPresent(
              found -> {
                proved.add(lesson.id());
                listener.proved(found);
              });
    }
  }
}
