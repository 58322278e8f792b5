package dev.ropewalk.proof;

import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.StepId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/** Carries tasks out in some rehearsals at once. */
final class ProofWorkers {
  private final Rehearsals rehearsals;
  private final int size;
  private final BiConsumer<Integer, Map<Integer, Map<StepId, List<TrialRow>>>> done;

  /**
   * @param done told after each task, by any thread, of its number and of the results until then
   */
  ProofWorkers(
      Rehearsals rehearsals,
      int size,
      BiConsumer<Integer, Map<Integer, Map<StepId, List<TrialRow>>>> done) {
    this.rehearsals = rehearsals;
    this.size = size;
    this.done = done;
  }

  /** What came of each task, by its number. What cannot be tried at all ends it. */
  Map<Integer, Map<StepId, List<TrialRow>>> carryOut(List<ProofTask> tasks, TrialCounter count)
      throws InterruptedException {
    Map<Integer, Map<StepId, List<TrialRow>>> results = new ConcurrentHashMap<>();
    AtomicInteger next = new AtomicInteger();
    try (ExecutorService workers = Executors.newFixedThreadPool(size)) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < Math.min(size, tasks.size()); i++) {
        running.add(
            workers.submit(
                () -> {
                  work(tasks, next, count, results);
                  return results;
                }));
      }
      try {
        for (Future<?> each : running) {
          var unused = each.get();
        }
      } catch (ExecutionException e) {
        workers.shutdownNow();
        throw e.getCause() instanceof RuntimeException cause
            ? cause
            : new IllegalStateException(e.getCause());
      } catch (InterruptedException e) {
        workers.shutdownNow();
        throw e;
      }
    }
    return results;
  }

  private void work(
      List<ProofTask> tasks,
      AtomicInteger next,
      TrialCounter count,
      Map<Integer, Map<StepId, List<TrialRow>>> results)
      throws InterruptedException {
    int i = next.getAndIncrement();
    while (i < tasks.size()) {
      Lesson lesson = tasks.get(i).lesson();
      try (RenewableRehearsal rehearsal = new RenewableRehearsal(rehearsals, lesson)) {
        for (;
            i < tasks.size() && tasks.get(i).lesson().id().equals(lesson.id());
            i = next.getAndIncrement()) {
          results.put(i, tasks.get(i).in(rehearsal, count));
          done.accept(i, results);
        }
      }
    }
  }
}
