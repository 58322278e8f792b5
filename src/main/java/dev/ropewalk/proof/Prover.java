package dev.ropewalk.proof;

import dev.ropewalk.command.CommandTable;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.lesson.StepId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Proves lessons: all that must pass passes, and all that must fail fails and says why. */
public final class Prover {
  private final Rehearsals rehearsals;
  private final CommandTable commands;
  private final MutantShare part;
  private final int jobs;

  /**
   * @param part which of the mutants
   * @param jobs how many rehearsals at once, as far as there may be so many
   */
  public Prover(Rehearsals rehearsals, CommandTable commands, MutantShare part, int jobs) {
    this.rehearsals = rehearsals;
    this.commands = commands;
    this.part = part;
    this.jobs = Math.min(jobs, rehearsals.most());
  }

  /** What has been tried until now, and of how much. */
  public record Progress(Lesson lesson, int done, int all, TrialRow row) {}

  /**
   * Tries everything.
   *
   * @param listener told after each trial, by any thread, one at a time
   * @throws dev.ropewalk.engine.EngineProblem when the engine cannot be reached
   */
  public Proof prove(List<Lesson> lessons, Consumer<Progress> listener)
      throws InterruptedException {
    List<ProofTask> tasks = tasks(lessons);
    Map<Lesson, Map<StepId, List<TrialRow>>> rows = new HashMap<>();
    var counted = new TrialCounter(listener, tasks.stream().mapToInt(ProofTask::trials).sum());
    List<Map<StepId, List<TrialRow>>> results =
        new ProofWorkers(rehearsals, jobs).carryOut(tasks, counted);
    for (int i = 0; i < tasks.size(); i++) {
      Map<StepId, List<TrialRow>> steps =
          rows.computeIfAbsent(tasks.get(i).lesson(), _ -> new HashMap<>());
      results
          .get(i)
          .forEach(
              (step, found) -> steps.computeIfAbsent(step, _ -> new ArrayList<>()).addAll(found));
    }
    return new Proof(
        lessons.stream()
            .map(lesson -> proof(lesson, rows.getOrDefault(lesson, Map.of())))
            .toList());
  }

  private List<ProofTask> tasks(List<Lesson> lessons) {
    List<ProofTask> tasks = new ArrayList<>();
    int index = 0;
    for (Lesson lesson : lessons) {
      tasks.add(new ProofTask.Walk(lesson));
      for (Step step : lesson.steps()) {
        List<Mutant> all = new Mutants(commands).of(step);
        List<Mutant> chosen = new ArrayList<>();
        for (Mutant mutant : all) {
          if (part.has(index++)) {
            chosen.add(mutant);
          }
        }
        tasks.add(
            new ProofTask.Answers(
                lesson, step, chosen, new SurvivorExplanations(step, all, commands)));
      }
    }
    return tasks;
  }

  private static LessonProof proof(Lesson lesson, Map<StepId, List<TrialRow>> rows) {
    return new LessonProof(
        lesson.id(),
        lesson.steps().stream()
            .map(step -> new StepProof(step.id(), rows.getOrDefault(step.id(), List.of())))
            .toList());
  }
}
