package dev.ropewalk.grade;

import dev.ropewalk.archive.RefusedArchive;
import dev.ropewalk.command.CommandTable;
import dev.ropewalk.grade.submission.Submission;
import dev.ropewalk.grade.submission.SubmissionSource;
import dev.ropewalk.sandbox.TrustLevel;
import dev.ropewalk.scorecard.LessonResult;
import dev.ropewalk.scorecard.Scorecard;
import dev.ropewalk.scorecard.ScorecardDraft;
import dev.ropewalk.scorecard.Status;
import dev.ropewalk.scratch.ExitHook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Grades submissions, some at once, into a folder. It may be killed at any point: what is graded is
 * in the log by then, and the rest is graded when it goes on; so is what was {@link
 * Status#ERRORED}.
 *
 * @param shard which share of the submissions it is
 * @param fileName makes a name for a file of a submission's id
 */
public record Grading(
    Assignment assignment,
    CommandTable commands,
    Shard shard,
    Path out,
    UnaryOperator<String> fileName) {
  /** Is told how it goes; by any thread, but by one at a time. */
  public interface Listener {
    /**
     * A submission is graded.
     *
     * @param done how many are
     * @param all how many there are
     */
    void graded(Scorecard card, int done, int all);
  }

  /** Which of the submissions are graded already. */
  public enum Start {
    AFRESH,
    RESUMED,
    /** None, whatever the log says; it is kept. */
    AGAIN
  }

  /**
   * What was graded in a folder until now, by whichever rules.
   *
   * @throws GradingRefused when nothing was
   */
  public static List<Scorecard> before(Path folder) throws IOException {
    return GradingLog.read(folder);
  }

  /** How far the engines of a folder's grading kept submissions apart; empty if not known. */
  public static Optional<TrustLevel> trust(Path folder) throws IOException {
    return GradingLog.trust(folder)
        .flatMap(
            word ->
                Stream.of(TrustLevel.values()).filter(it -> it.word().equals(word)).findFirst());
  }

  /**
   * Grades what is not graded yet.
   *
   * @param jobs how many at once
   * @return all results that the folder has, by id: what was graded before stays
   * @throws GradingRefused when the folder has a grading that may not be gone on with
   */
  public List<Scorecard> grade(
      List<SubmissionSource> sources, Places places, int jobs, Start start, Listener listener)
      throws InterruptedException, IOException {
    requireDifferent(sources);
    var before =
        switch (start) {
          case AFRESH -> GradingLog.Before.MUST_BE_NONE;
          case RESUMED -> GradingLog.Before.RESUME;
          case AGAIN -> GradingLog.Before.SET_ASIDE;
        };
    try (GradingLog log = GradingLog.open(out, rules(places), before);
        Watchdog watchdog = new Watchdog()) {
      var grader =
          new SubmissionGrader(
              assignment,
              places,
              commands,
              new EvidenceFolder(out, fileName, log.earlier()),
              watchdog);
      Map<String, Scorecard> done = log.done();
      List<SubmissionSource> left =
          sources.stream().filter(source -> !isGraded(done.get(source.id()), source)).toList();
      ReadAhead queue = new ReadAhead(left, jobs, source -> opened(grader, source));
      long again = left.stream().filter(source -> done.containsKey(source.id())).count();
      int known = done.size() - Math.toIntExact(again);
      work(queue, jobs, card -> tell(log, card, known, known + left.size(), listener));
      return log.done().values().stream()
          .sorted(Comparator.comparing(Scorecard::submission))
          .toList();
    }
  }

  /**
   * Where ropewalk or the machine was in trouble, it may be in none now; and who has handed in
   * something else since then is graded by that.
   */
  private static boolean isGraded(@Nullable Scorecard card, SubmissionSource source) {
    return card != null && card.status() != Status.ERRORED && !hasChanged(card, source);
  }

  private static boolean hasChanged(Scorecard card, SubmissionSource source) {
    if (card.sha256().isEmpty()) {
      return false;
    }
    try {
      return !Submission.read(source.place()).sha256().equals(card.sha256());
    } catch (RefusedArchive e) {
      return true;
    } catch (IOException e) {
      return false; // What nobody can read now is judged by what could be read then.
    }
  }

  private String rules(Places places) {
    return GradingLog.rules(assignment.fingerprint(), shard, places.trust());
  }

  private static void requireDifferent(List<SubmissionSource> sources) {
    Map<String, SubmissionSource> seen = new HashMap<>();
    for (SubmissionSource source : sources) {
      SubmissionSource other = seen.putIfAbsent(source.id(), source);
      if (other != null) {
        throw new GradingRefused(
            "two submissions are named `%s`: `%s` and `%s`"
                .formatted(source.id(), other.place(), source.place()),
            "give each a name of its own, or leave one of them out");
      }
    }
  }

  /** Takes what came of one. */
  private interface Sink {
    void take(Scorecard card) throws IOException;
  }

  /** What comes of one while the process is ended says nothing of it: it is graded again. */
  private static void tell(GradingLog log, Scorecard card, int known, int all, Listener listener)
      throws IOException {
    synchronized (log) {
      if (!ExitHook.isEnding()) {
        log.add(card);
        listener.graded(card, known + log.added(), all);
      }
    }
  }

  private static void work(ReadAhead queue, int jobs, Sink sink)
      throws InterruptedException, IOException {
    ExecutorService workers =
        Executors.newFixedThreadPool(jobs, Thread.ofPlatform().name("grader-", 0).factory());
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < jobs; i++) {
        running.add(
            workers.submit(
                () -> {
                  for (var next = queue.next(); next.isPresent(); next = queue.next()) {
                    sink.take(next.get().grade());
                  }
                  return queue;
                }));
      }
      for (Future<?> each : running) {
        var unused = each.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException refused) {
        throw refused;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      workers.shutdownNow();
      workers.close();
    }
  }

  /** A bug of ours is nobody's zero, and keeps nobody else from being graded. */
  private SubmissionGrader.Opened opened(SubmissionGrader grader, SubmissionSource source) {
    try {
      SubmissionGrader.Opened opened = grader.open(source);
      return () -> {
        try {
          return opened.grade();
        } catch (RuntimeException e) {
          return broken(source, e);
        }
      };
    } catch (RuntimeException e) {
      return () -> broken(source, e);
    }
  }

  private Scorecard broken(SubmissionSource source, RuntimeException bug) {
    String says = "ropewalk has a bug, please report it: " + bug;
    List<LessonResult> lessons =
        assignment.parts().stream().map(part -> Verdicts.none(part, Status.ERRORED, says)).toList();
    return ScorecardDraft.of(source.id())
        .submitted(source.submitted())
        .graded(lessons)
        .seed(assignment.seed().value())
        .notes(List.of(says))
        .card();
  }
}
