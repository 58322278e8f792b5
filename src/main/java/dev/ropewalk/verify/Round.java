package dev.ropewalk.verify;

import dev.ropewalk.check.Check;
import dev.ropewalk.check.Scene;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.plan.FormerLines;
import dev.ropewalk.check.plan.Planner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/**
 * Checks that are judged one after the other on a thread of their own: what never comes back, such
 * as a file on a disk that has hung, is left behind, and whoever waits for the verdicts goes on.
 * For one round.
 */
final class Round {
  private final List<Check> checks;
  private final Scene scene;
  private final FormerLines former;
  private final List<Verdict> verdicts = new ArrayList<>();

  /**
   * @param former what was told of containers in earlier rounds
   */
  Round(List<Check> checks, Scene scene, FormerLines former) {
    this.former = former;
    this.checks = List.copyOf(checks);
    this.scene = scene;
  }

  /**
   * A verdict for each check. Those that there is no time for are {@link Verdict.Errored}; so are
   * all that are open when the waiting thread is interrupted, which it stays.
   *
   * @param allowed for all of them
   */
  List<Verdict> judge(Duration allowed) {
    CompletableFuture<Boolean> end = new CompletableFuture<>();
    Thread judging =
        Thread.ofPlatform()
            .daemon()
            .name("judging")
            .start(
                () -> {
                  try {
                    checks.forEach(check -> add(check.judge(scene)));
                    letWait();
                    tellWhatToDo();
                    end.complete(true);
                  } catch (RuntimeException | Error e) {
                    end.completeExceptionally(e);
                  }
                });
    try {
      end.get(allowed.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return givenUp(judging, allowed);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return givenUp(judging, allowed);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException bug ? bug : new IllegalStateException(e);
    }
    return all(allowed);
  }

  /** What was judged until now: what a look that is interrupted comes back with is no answer. */
  private List<Verdict> givenUp(Thread judging, Duration allowed) {
    List<Verdict> known = all(allowed);
    judging.interrupt();
    return known;
  }

  private synchronized void add(Verdict verdict) {
    verdicts.add(verdict);
  }

  /**
   * Where a file is not there, or cannot be read, the first check says so: nothing is known of what
   * the others ask of it.
   */
  private void letWait() {
    for (int i = 1; i < checks.size(); i++) {
      List<String> files = checks.get(i).claim().files();
      if (files.size() == 1 && isToldBefore(i, files)) {
        set(i, new Verdict.Blocked("a `%s` that can be read".formatted(files.getFirst())));
      }
    }
  }

  private boolean isToldBefore(int at, List<String> files) {
    List<Verdict> judged = all(Duration.ZERO);
    return judged.get(at) instanceof Verdict.Failed failed
        && IntStream.range(0, at)
            .filter(before -> checks.get(before).claim().files().equals(files))
            .mapToObj(judged::get)
            .anyMatch(it -> it instanceof Verdict.Failed first && first.why().equals(failed.why()));
  }

  private void tellWhatToDo() {
    List<Verdict> judged = all(Duration.ZERO);
    if (judged.stream().anyMatch(Round::isFailed)) {
      try {
        Planner planner = new Planner(checks, scene, former);
        for (int i = 0; i < checks.size(); i++) {
          set(i, planner.withRemedy(checks.get(i), judged.get(i)));
        }
      } catch (RuntimeException e) {
        // A verdict is worth more than what to do about it, and whoever learns goes on.
        int first =
            IntStream.range(0, judged.size())
                .filter(i -> isFailed(judged.get(i)))
                .findFirst()
                .orElseThrow();
        set(first, telling((Verdict.Failed) judged.get(first), e));
      }
    }
  }

  private static boolean isFailed(Verdict verdict) {
    return verdict instanceof Verdict.Failed;
  }

  private static Verdict telling(Verdict.Failed failed, RuntimeException bug) {
    String says = "ropewalk has a bug, and no advice for this; please report it: " + bug + ".";
    return new Verdict.Failed(
        failed.expected(),
        failed.actual(),
        failed.why().withRemedy(says, List.of()),
        failed.outlook());
  }

  private synchronized void set(int index, Verdict verdict) {
    verdicts.set(index, verdict);
  }

  private synchronized List<Verdict> all(Duration allowed) {
    List<Verdict> all = new ArrayList<>(verdicts);
    while (all.size() < checks.size()) {
      all.add(
          new Verdict.Errored(
              all.size() == verdicts.size()
                  ? "looking took longer than " + allowed.toSeconds() + " s and was given up"
                  : "the check before it took all the time"));
    }
    return all;
  }
}
