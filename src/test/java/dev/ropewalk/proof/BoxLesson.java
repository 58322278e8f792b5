package dev.ropewalk.proof;

import dev.ropewalk.check.value.Variables;
import dev.ropewalk.command.StoredHelps;
import dev.ropewalk.lesson.Answers;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Needs;
import dev.ropewalk.lesson.Script;
import dev.ropewalk.lesson.Seed;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.lesson.StepId;
import dev.ropewalk.proof.TrialRow.Outcome;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The proof of a lesson with one step, whose solution is {@code docker stop box}, in a place where
 * it is known beforehand what comes of each line.
 */
final class BoxLesson {
  static final String STOP = "docker stop box";
  static final String STOPPED = "docker container stop box";
  static final String KILL = "docker kill box";
  static final String OTHER = "docker stop box-x";

  private final StringBuilder typed = new StringBuilder();
  private final Set<String> slow = new HashSet<>();

  /** These lines have their effect too late the first time. */
  void isSlowAt(String... lines) {
    slow.addAll(List.of(lines));
  }

  /** The lines that were typed, in order. */
  Stream<String> typed() {
    return typed.toString().lines();
  }

  /** The lesson, whose step gives these reasons for mutants that survive. */
  static Lesson lesson(Step.Survivor... survivors) {
    return lesson(STOP, survivors);
  }

  /** The same with another solution. */
  static Lesson lesson(String solution, Step.Survivor... survivors) {
    Step step =
        new Step(
            new StepId("stop-it"),
            "Stop it",
            "",
            "",
            List.of(),
            Script.NONE,
            new Script(solution),
            List.of(new Script(STOPPED)),
            List.of(),
            List.of(new Step.Mistake(new Script(KILL), List.of("docker stop"))),
            List.of(survivors));
    return new Lesson(
        new LessonId("boxes"),
        Seed.NONE,
        Variables.NONE,
        "Boxes",
        "",
        Needs.NOTHING,
        Optional.empty(),
        List.of(step));
  }

  /** A place in which some lines are right, and to others this is said. */
  Rehearsals place(Set<String> right, Map<String, String> said) {
    return place(right, said, _ -> {});
  }

  /** The same, which tells of each line before it is typed. */
  Rehearsals place(Set<String> right, Map<String, String> said, Consumer<Script> before) {
    return new ForetoldRehearsals(right, said, typed, slow, before);
  }

  /** What comes of all that the lesson itself has. */
  Proof prove(Set<String> right, Map<String, String> said, Step.Survivor... survivors)
      throws InterruptedException {
    return prove(right, said, MutantShare.ALL, survivors);
  }

  Proof prove(
      Set<String> right, Map<String, String> said, MutantShare share, Step.Survivor... survivors)
      throws InterruptedException {
    return prove(place(right, said), ProofScope.ALL.with(share), lesson(survivors));
  }

  /** What comes of all that another lesson has. */
  Proof prove(Lesson lesson, Set<String> right, Map<String, String> said)
      throws InterruptedException {
    return prove(place(right, said), ProofScope.ALL, lesson);
  }

  /** What comes of one step alone of the lesson with a second step, {@code stop-it-again}. */
  Proof alone(String step, Set<String> right, Map<String, String> said)
      throws InterruptedException {
    Lesson one = lesson();
    Step first = one.steps().getFirst();
    Step again =
        new Step(
            new StepId("stop-it-again"),
            first.title(),
            first.prose(),
            first.debrief(),
            first.checks(),
            first.setup(),
            first.solution(),
            first.accept(),
            first.hints(),
            first.mistakes(),
            first.survivors());
    Lesson two =
        new Lesson(
            one.id(),
            Seed.NONE,
            Variables.NONE,
            one.title(),
            "",
            Needs.NOTHING,
            Optional.empty(),
            List.of(first, again));
    var only = Map.of(two.id(), Set.of(new StepId(step)));
    return prove(place(right, said), ProofScope.ALL.with(only), two);
  }

  /** What comes of answers to the step by somebody who has not read its checks. */
  Proof answered(
      ProofScope.Follow follow, Answers.Given given, Set<String> right, Map<String, String> said)
      throws InterruptedException {
    Lesson lesson = lesson();
    Answers answers = new Answers(Map.of(lesson.steps().getFirst().id(), given));
    ProofScope scope =
        new ProofScope(
            Set.of(ProofScope.Kind.ANSWERS), MutantShare.ALL, follow, Map.of(lesson.id(), answers));
    return prove(place(right, said), scope, lesson);
  }

  private static Proof prove(Rehearsals place, ProofScope scope, Lesson lesson)
      throws InterruptedException {
    return new Prover(place, StoredHelps.table(StoredHelps.OLD), scope, 1)
        .prove(List.of(lesson), new Prover.Listener() {});
  }

  /** Answers to the step. */
  static Answers.Given answers(List<String> right, Step.Mistake... wrong) {
    return new Answers.Given(right.stream().map(Script::new).toList(), List.of(wrong));
  }

  /** A wrong answer, and the words that somebody hopes to read then. */
  static Step.Mistake wrong(String line, String... says) {
    return new Step.Mistake(new Script(line), List.of(says));
  }

  static List<Outcome> mutants(Proof proof) {
    return proof
        .lessons()
        .getFirst()
        .rows()
        .filter(row -> row.trial() instanceof Trial.Mutated)
        .map(TrialRow::outcome)
        .toList();
  }
}
