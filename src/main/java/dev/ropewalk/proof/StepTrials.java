package dev.ropewalk.proof;

import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.Script;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.proof.ProofScope.Follow;
import dev.ropewalk.proof.TrialRow.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Answers a step in many ways, each time from a fresh beginning. For one thread. */
final class StepTrials {
  private static final Script CHECK = new Script(":check");

  private final RenewableRehearsal rehearsal;
  private final Lesson lesson;
  private final Step step;
  private final Follow follow;
  private final Consumer<TrialRow> listener;

  /**
   * @param follow after which answers it is done what is said
   */
  StepTrials(
      RenewableRehearsal rehearsal,
      Lesson lesson,
      Step step,
      Follow follow,
      Consumer<TrialRow> listener) {
    this.rehearsal = rehearsal;
    this.lesson = lesson;
    this.step = step;
    this.follow = follow;
    this.listener = listener;
  }

  /** How a trial ended, and why that is not as it must be. */
  private record Ending(Outcome outcome, String reason) {}

  /** What a trial that held at the second attempt only says. */
  static final String AGAIN = "only when it was tried again";

  private static final String PASSES = "it passes";

  /** The solution, after those of the steps before it. */
  TrialRow solved(Script script) throws InterruptedException {
    return passing(new Trial.Solution(script, 1), script);
  }

  TrialRow accepted(Script script) throws InterruptedException {
    return passing(new Trial.Accepted(script), script);
  }

  private TrialRow passing(Trial trial, Script script) throws InterruptedException {
    return row(
        trial,
        script,
        reading ->
            rehearsal.isOpen(step)
                ? new Ending(Outcome.FAILS, "it does not pass")
                : new Ending(Outcome.HOLDS, ""));
  }

  TrialRow mistaken(Step.Mistake mistake) throws InterruptedException {
    return row(
        new Trial.Mistaken(mistake),
        mistake.attempt(),
        reading -> {
          List<String> missing = missing(mistake, reading);
          if (!rehearsal.isOpen(step)) {
            return new Ending(Outcome.FAILS, PASSES);
          }
          return missing.isEmpty()
              ? new Ending(Outcome.HOLDS, "")
              : new Ending(Outcome.FAILS, unread(missing));
        });
  }

  /** A right answer of somebody who has not read the checks. */
  TrialRow right(Script script) throws InterruptedException {
    return row(
        new Trial.Right(script),
        script,
        reading ->
            rehearsal.isOpen(step)
                ? new Ending(Outcome.REFUSED, reading.diagnosis())
                : new Ending(Outcome.HOLDS, ""));
  }

  /** A wrong answer of somebody who has not read the checks, or the words for it. */
  TrialRow wrong(Step.Mistake answer) throws InterruptedException {
    return row(
        new Trial.Wrong(answer),
        answer.attempt(),
        reading -> {
          if (!rehearsal.isOpen(step)) {
            return new Ending(Outcome.PASSED, early(answer, reading));
          }
          if (reading.isSilent()) {
            return new Ending(Outcome.SILENT, "");
          }
          List<String> missing = missing(answer, reading);
          return missing.isEmpty()
              ? new Ending(Outcome.HOLDS, "")
              : new Ending(Outcome.UNSAID, unread(missing));
        });
  }

  /** A step that is done before the last line was typed: what was wrong then came too late. */
  private static String early(Step.Mistake answer, LearnerReading reading) {
    int lines = answer.attempt().commands().size();
    return reading.done().isPresent() && reading.done().getAsInt() < lines
        ? "already after line " + reading.done().getAsInt() + " of " + lines
        : "";
  }

  private static List<String> missing(Step.Mistake mistake, LearnerReading reading) {
    return mistake.says().stream().filter(word -> !reading.unwrapped().contains(word)).toList();
  }

  private static String unread(List<String> missing) {
    return "the learner does not read `" + String.join("`, `", missing) + "`";
  }

  /**
   * @param explained why it may pass
   */
  TrialRow mutated(Mutant mutant, Optional<Step.Survivor> explained) throws InterruptedException {
    return row(
        new Trial.Mutated(mutant),
        mutant.script(),
        reading -> {
          boolean passes = !rehearsal.isOpen(step);
          int changed = changed(mutant.script());
          if (!passes && mutant.isNamedIn(known(reading, changed))) {
            return new Ending(Outcome.KILLED, "");
          }
          return explained
              .map(survivor -> new Ending(Outcome.EXPLAINED, survivor.because()))
              .orElseGet(
                  () ->
                      passes
                          ? new Ending(Outcome.SURVIVED, "")
                          : new Ending(Outcome.UNNAMED, reading.reasons(changed)));
        });
  }

  /**
   * The first line, from 0, that is another one than in the solution; the last one where lines are
   * missing at the end. What was read before it was typed is no answer to it.
   */
  private int changed(Script script) {
    List<String> right = step.solution().commands();
    List<String> typed = script.commands();
    int line = 0;
    int last = Math.min(typed.size(), right.size()) - 1;
    while (line < last && typed.get(line).equals(right.get(line))) {
      line++;
    }
    return line;
  }

  /** Who is told nothing, since no docker command ran, asks. */
  private String known(LearnerReading reading, int line) throws InterruptedException {
    String known = reading.known(line);
    return known.isBlank() ? rehearsal.type(CHECK).known(0) : known;
  }

  /** Judges what came of a trial. */
  private interface Judgement {
    Ending of(LearnerReading reading) throws InterruptedException;
  }

  /**
   * A machine that is busy may bring a line's signal too early, or the death of a container too
   * late. Therefore what must pass, or be explained, gets a second attempt; what must not pass gets
   * none.
   */
  private TrialRow row(Trial trial, Script script, Judgement judgement)
      throws InterruptedException {
    TrialRow row = tried(trial, script, judgement);
    if (isToBeTriedAgain(row)) {
      TrialRow second = tried(trial, script, judgement);
      boolean good = second.outcome() == Outcome.HOLDS || second.outcome() == Outcome.KILLED;
      row = good && !isBad(second) ? second.because(AGAIN) : second;
    }
    listener.accept(row);
    return row;
  }

  private static boolean isBad(TrialRow row) {
    return row.followed().filter(Followed::isBad).isPresent();
  }

  private static boolean isToBeTriedAgain(TrialRow row) {
    return isBad(row)
        || switch (row.outcome()) {
          case UNNAMED, REFUSED, SILENT -> true;
          case FAILS -> !row.reason().equals(PASSES);
          case HOLDS,
              ERRORED,
              KILLED,
              SURVIVED,
              EXPLAINED,
              PASSED,
              UNSAID,
              EMPTY,
              UNWRITTEN,
              UNRUN ->
              false;
        };
  }

  private TrialRow tried(Trial trial, Script script, Judgement judgement)
      throws InterruptedException {
    long start = System.nanoTime();
    try {
      return rehearsal.attempt(
          () -> {
            if (follow.follows(trial)) {
              rehearsal.placeNeighbours();
            }
            rehearsal.open(lesson, step);
            LearnerReading reading = rehearsal.type(script);
            Ending ending = judgement.of(reading);
            TrialRow row =
                new TrialRow(
                    trial,
                    ending.outcome(),
                    ending.reason(),
                    LessonWalk.text(reading),
                    since(start));
            return follow.follows(trial) && rehearsal.isOpen(step)
                ? row.then(new RemedyFollower(rehearsal, step).follow(reading), since(start))
                : row;
          },
          trouble -> errored(trial, trouble, since(start)));
    } catch (StepNotReached e) {
      return notReached(trial, e, since(start));
    }
  }

  static TrialRow errored(Trial trial, RuntimeException trouble, Duration took) {
    return new TrialRow(trial, Outcome.ERRORED, trouble.toString(), "", took);
  }

  static TrialRow notReached(Trial trial, StepNotReached e, Duration took) {
    return new TrialRow(
        trial, Outcome.FAILS, "the step cannot be begun", String.valueOf(e.getMessage()), took);
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
