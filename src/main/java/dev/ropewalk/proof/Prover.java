package dev.ropewalk.proof;

import dev.ropewalk.command.CommandTable;
import dev.ropewalk.lesson.Answers;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.lesson.StepId;
import dev.ropewalk.proof.ProofScope.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Gatherers;

/** Proves lessons: all that must pass passes, and all that must fail fails and says why. */
public final class Prover {
  /** So many answers of others are tried together. */
  private static final int SHARE = 10;

  private final Rehearsals rehearsals;
  private final CommandTable commands;
  private final ProofScope scope;
  private final int jobs;

  /**
   * @param scope what is tried
   * @param jobs how many rehearsals at once, as far as there may be so many
   */
  public Prover(Rehearsals rehearsals, CommandTable commands, ProofScope scope, int jobs) {
    this.rehearsals = rehearsals;
    this.commands = commands;
    this.scope = scope;
    this.jobs = Math.min(jobs, rehearsals.most());
  }

  /** What has been tried until now, and of how much. */
  public record Progress(Lesson lesson, int done, int all, TrialRow row) {}

  /** Who waits. Called by any thread, one at a time. */
  public interface Listener {
    /** Told after each trial. */
    default void tried(Progress progress) {}

    /** Told after the last trial of a lesson. */
    default void proved(LessonProof lesson) {}
  }

  /**
   * Tries everything. What cannot be tried by trouble of ours is tried again, and then is a row.
   *
   * @throws dev.ropewalk.environment.ImagesMissing when an image that a lesson needs is to be had
   *     nowhere
   */
  public Proof prove(List<Lesson> lessons, Listener listener) throws InterruptedException {
    List<ProofTask> tasks = tasks(lessons);
    var counted = new TrialCounter(listener, tasks.stream().mapToInt(ProofTask::trials).sum());
    var workers =
        new ProofWorkers(
            rehearsals,
            jobs,
            (number, results) ->
                counted.proved(
                    tasks.get(number).lesson(), lesson -> proof(lesson, tasks, results)));
    Map<Integer, Map<StepId, List<TrialRow>>> results = workers.carryOut(tasks, counted);
    return new Proof(
        lessons.stream().map(lesson -> proof(lesson, tasks, results).orElseThrow()).toList());
  }

  /** What is known of a lesson; nothing before all its tasks are done. */
  private Optional<LessonProof> proof(
      Lesson lesson, List<ProofTask> tasks, Map<Integer, Map<StepId, List<TrialRow>>> results) {
    Map<StepId, List<TrialRow>> rows = new HashMap<>();
    for (int i = 0; i < tasks.size(); i++) {
      if (tasks.get(i).lesson().id().equals(lesson.id())) {
        Map<StepId, List<TrialRow>> found = results.get(i);
        if (found == null) {
          return Optional.empty();
        }
        found.forEach(
            (step, more) -> rows.computeIfAbsent(step, _ -> new ArrayList<>()).addAll(more));
      }
    }
    return Optional.of(proof(lesson, rows));
  }

  private List<ProofTask> tasks(List<Lesson> lessons) {
    List<ProofTask> tasks = new ArrayList<>();
    AtomicInteger index = new AtomicInteger();
    for (Lesson lesson : lessons) {
      boolean whole = scope.isWhole(lesson.id());
      if (whole && scope.has(Kind.LESSON)) {
        tasks.add(new ProofTask.Walk(lesson));
      }
      if (whole && scope.has(Kind.UNTOUCHED)) {
        tasks.add(ProofTask.Scripts.of(lesson));
      }
      tried(lesson).forEach(step -> right(lesson, step, tasks));
      tried(lesson).forEach(step -> wrong(lesson, step, index, tasks));
    }
    return tasks;
  }

  private List<Step> tried(Lesson lesson) {
    return lesson.steps().stream().filter(step -> scope.tries(lesson.id(), step.id())).toList();
  }

  private void right(Lesson lesson, Step step, List<ProofTask> tasks) {
    boolean alone = scope.has(Kind.LESSON) && !scope.isWhole(lesson.id());
    tasks.add(
        new ProofTask.RightAnswers(
            lesson,
            step,
            alone ? List.of(step.solution()) : List.of(),
            scope.has(Kind.ACCEPT) ? step.accept() : List.of(),
            List.of()));
    shares(given(lesson, step).right())
        .forEach(
            share ->
                tasks.add(new ProofTask.RightAnswers(lesson, step, List.of(), List.of(), share)));
  }

  /**
   * @param index of the next mutant
   */
  private void wrong(Lesson lesson, Step step, AtomicInteger index, List<ProofTask> tasks) {
    boolean mutants = scope.has(Kind.MUTANTS);
    List<Mutant> all = mutants ? new Mutants(commands).of(step) : List.of();
    var explanations =
        new SurvivorExplanations(mutants ? step.survivors() : List.of(), all, commands);
    tasks.add(
        new ProofTask.WrongAnswers(
            lesson,
            step,
            scope.has(Kind.MISTAKES) ? step.mistakes() : List.of(),
            List.of(),
            all.stream().filter(_ -> scope.mutants().has(index.getAndIncrement())).toList(),
            explanations,
            scope.follow()));
    var none = new SurvivorExplanations(List.of(), List.of(), commands);
    shares(given(lesson, step).wrong())
        .forEach(
            share ->
                tasks.add(
                    new ProofTask.WrongAnswers(
                        lesson, step, List.of(), share, List.of(), none, scope.follow())));
  }

  /** Some of them hold the terminal until their time is over, so that no one works on them all. */
  private static <T> List<List<T>> shares(List<T> all) {
    return all.stream().gather(Gatherers.windowFixed(SHARE)).toList();
  }

  private Answers.Given given(Lesson lesson, Step step) {
    Answers all = scope.has(Kind.ANSWERS) ? scope.answers(lesson.id()) : Answers.NONE;
    return all.of(step.id());
  }

  private LessonProof proof(Lesson lesson, Map<StepId, List<TrialRow>> rows) {
    return new LessonProof(
        lesson.id(),
        tried(lesson).stream()
            .map(step -> new StepProof(step.id(), rows.getOrDefault(step.id(), List.of())))
            .toList());
  }
}
