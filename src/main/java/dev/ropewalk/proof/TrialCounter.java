package dev.ropewalk.proof;

import dev.ropewalk.lesson.Lesson;
import java.util.function.Consumer;

/** Counts trials for the one who waits. Safe for use by several threads. */
final class TrialCounter {
  private final Consumer<Prover.Progress> listener;
  private final int all;
  private int done;

  TrialCounter(Consumer<Prover.Progress> listener, int all) {
    this.listener = listener;
    this.all = all;
  }

  synchronized void add(Lesson lesson, TrialRow row) {
    done++;
    listener.accept(new Prover.Progress(lesson, done, all, row));
  }
}
