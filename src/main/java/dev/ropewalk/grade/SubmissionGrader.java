package dev.ropewalk.grade;

import dev.ropewalk.archive.RefusedArchive;
import dev.ropewalk.command.CommandTable;
import dev.ropewalk.engine.EngineProblem;
import dev.ropewalk.environment.ImagesMissing;
import dev.ropewalk.grade.submission.Submission;
import dev.ropewalk.grade.submission.SubmissionSource;
import dev.ropewalk.rehearsal.RehearsalPlace;
import dev.ropewalk.rehearsal.Spent;
import dev.ropewalk.sandbox.SandboxProblem;
import dev.ropewalk.scorecard.LessonResult;
import dev.ropewalk.scorecard.Scorecard;
import dev.ropewalk.scorecard.ScorecardDraft;
import dev.ropewalk.scorecard.Status;
import dev.ropewalk.shell.ShellProblem;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Grades one submission after another. Safe for use by several threads. */
final class SubmissionGrader {
  /** Our trouble is tried again, at most twice. */
  private static final int MOST_ATTEMPTS = 3;

  private final Assignment assignment;
  private final Places places;
  private final CommandTable commands;
  private final EvidenceFolder evidence;
  private final Watchdog watchdog;

  SubmissionGrader(
      Assignment assignment,
      Places places,
      CommandTable commands,
      EvidenceFolder evidence,
      Watchdog watchdog) {
    this.assignment = assignment;
    this.places = places;
    this.commands = commands;
    this.evidence = evidence;
    this.watchdog = watchdog;
  }

  /**
   * Reads one, and tells of the places that it will need. Whatever goes wrong becomes a part of the
   * result.
   */
  Opened open(SubmissionSource source) {
    Work work = new Work(source);
    try {
      Submission submission = Submission.read(source.place());
      work.sha256 = submission.sha256();
      assignment.parts().forEach(part -> work.read(part, submission));
      return work::grade;
    } catch (RefusedArchive e) {
      Scorecard refused = work.refused(e.sentence());
      return () -> refused;
    } catch (IOException e) {
      Scorecard errored = work.errored("It cannot be read: " + e + ".");
      return () -> errored;
    }
  }

  /** A submission that was read. */
  interface Opened {
    /**
     * Grades it; whatever goes wrong becomes a part of the result.
     *
     * @throws IOException when its evidence cannot be written, as then nobody's can
     */
    Scorecard grade() throws InterruptedException, IOException;
  }

  /** What was handed in for a lesson; a result where there is nothing to be graded. */
  private sealed interface Read {
    record Lines(Assignment.Part part, Submission.Part handedIn) implements Read {}

    record Nothing(LessonResult result) implements Read {}
  }

  /** What is known of a submission while it is graded. */
  private final class Work {
    private final SubmissionSource source;
    private final List<Read> parts = new ArrayList<>();
    private final List<LessonResult> lessons = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Scorecard.EvidenceFile> files = new ArrayList<>();
    private String sha256 = "";
    private int attempts = 1;
    private Spent ofCommands = Spent.NOTHING;
    private Spent ofAll = Spent.NOTHING;

    private Work(SubmissionSource source) {
      this.source = source;
    }

    private void read(Assignment.Part part, Submission submission) {
      boolean alone = assignment.parts().size() == 1;
      try {
        Optional<Submission.Part> handedIn = submission.part(part.lesson().id(), alone);
        if (handedIn.isPresent()) {
          Assignment.Part chosen = assignment.chosen(part, handedIn.get().seed());
          places.expect(chosen.lesson());
          parts.add(new Read.Lines(chosen, handedIn.get()));
        } else {
          String says = submission.without(part.lesson().id(), alone);
          notes.add(says);
          parts.add(nothing(part, says));
        }
      } catch (RefusedArchive e) {
        notes.add(e.sentence());
        parts.add(nothing(part, e.sentence()));
      }
    }

    private static Read nothing(Assignment.Part part, String says) {
      return new Read.Nothing(Verdicts.none(part, Status.FAILED, says));
    }

    private Scorecard grade() throws InterruptedException, IOException {
      for (Read part : parts) {
        lessons.add(
            switch (part) {
              case Read.Lines(var chosen, var handedIn) -> graded(chosen, handedIn);
              case Read.Nothing(var result) -> result;
            });
      }
      return card();
    }

    /** Our own trouble is tried again; so is a machine that was lost, until it is known by whom. */
    private LessonResult graded(Assignment.Part part, Submission.Part handedIn)
        throws InterruptedException, IOException {
      List<MachineLost> losses = new ArrayList<>();
      LessonResult last = Verdicts.none(part, Status.ERRORED, "It was not tried.");
      for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
        attempts = Math.max(attempts, attempt);
        Optional<Replayed> replayed = Optional.empty();
        try {
          replayed = Optional.of(once(part, handedIn));
        } catch (MachineLost e) {
          losses.add(e);
          last = Verdicts.none(part, Status.ERRORED, e.sentence());
          if (e.isByTheLine()) {
            break;
          }
        } catch (NotGraded e) {
          last = Verdicts.none(part, Status.ERRORED, e.sentence());
        } catch (SandboxProblem | ImagesMissing | EngineProblem | ShellProblem | IOException e) {
          last = Verdicts.none(part, Status.ERRORED, String.valueOf(e.getMessage()));
        }
        if (replayed.isPresent()) {
          Replayed what = replayed.get();
          if (!what.isErrored() || attempt == MOST_ATTEMPTS) {
            return kept(part, handedIn, what);
          }
          ofCommands = ofCommands.plus(what.commands());
        }
      }
      boolean byTheStudent =
          losses.stream().anyMatch(MachineLost::isByTheLine)
              || (losses.size() == MOST_ATTEMPTS
                  && losses.stream().mapToInt(MachineLost::number).distinct().count() == 1);
      if (byTheStudent) {
        Optional<Replayed> before = losses.getLast().before();
        if (before.isPresent()) {
          return kept(part, handedIn, before.get());
        }
        notes.add(last.says());
        return Verdicts.none(part, Status.FAILED, last.says());
      }
      notes.add(last.says());
      return last;
    }

    private LessonResult kept(Assignment.Part part, Submission.Part handedIn, Replayed what)
        throws IOException {
      ofCommands = ofCommands.plus(what.commands());
      notes.addAll(what.notes());
      files.addAll(evidence.keep(source.id(), part.lesson().id(), handedIn, what));
      return Verdicts.of(part, what);
    }

    private Replayed once(Assignment.Part part, Submission.Part handedIn)
        throws InterruptedException, MachineLost, NotGraded, IOException {
      Places.Place taken = places.take(part.lesson());
      long start = System.nanoTime() - taken.starting().toNanos();
      RehearsalPlace place = taken.place();
      try (var unused = watchdog.over(place, assignment.limits())) {
        return new LessonReplay(assignment, part.lesson(), handedIn, place, commands).replay();
      } finally {
        ofAll =
            ofAll.plus(
                new Spent(
                    Duration.ofNanos(System.nanoTime() - start),
                    place.environment().processorTime()));
        places.giveBack(taken);
      }
    }

    private Scorecard refused(String sentence) {
      notes.add("It is refused: " + sentence);
      assignment.parts().forEach(part -> lessons.add(Verdicts.none(part, Status.FAILED, sentence)));
      return card();
    }

    private Scorecard errored(String sentence) {
      notes.add(sentence);
      assignment
          .parts()
          .forEach(part -> lessons.add(Verdicts.none(part, Status.ERRORED, sentence)));
      return card();
    }

    private Scorecard card() {
      return ScorecardDraft.of(source.id())
          .submitted(source.submitted())
          .sha256(sha256)
          .graded(lessons)
          .seed(assignment.seed().value())
          .attempts(attempts)
          .times(times())
          .notes(notes)
          .evidence(files)
          .card();
    }

    private Scorecard.Times times() {
      Spent ours = ofAll.without(ofCommands);
      return new Scorecard.Times(
          ofCommands.time().toMillis(),
          ours.time().toMillis(),
          new Scorecard.Processor(ofCommands.processor().toMillis(), ours.processor().toMillis()));
    }
  }
}
