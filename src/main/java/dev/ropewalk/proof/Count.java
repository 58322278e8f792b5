package dev.ropewalk.proof;

import dev.ropewalk.lesson.Lesson;
import java.util.function.Consumer;

/** Counts trials for the one who waits. Safe for use by several threads. */
final class Count {
  private final Consumer<Prover.Progress> listener;
  private final int all;
  private int done;

  Count(Consumer<Prover.Progress> listener, int all) {
    this.listener = listener;
    this.all = all;
  }

  synchronized void add(Lesson lesson, Row row) {
    done++;
    listener.accept(new Prover.Progress(lesson, done, all, row));
  }
}
