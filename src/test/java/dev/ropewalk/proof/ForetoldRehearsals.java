package dev.ropewalk.proof;

import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.engine.World;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.Script;
import dev.ropewalk.lesson.Step;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/** A learner's place where it is known beforehand what comes of each line. */
final class ForetoldRehearsals implements Rehearsals {
  private final Set<String> right;
  private final Map<String, String> said;
  private final StringBuilder typed;
  private final Set<String> slow;
  private final Consumer<Script> before;
  private List<ScriptRun> scripts = List.of();

  /**
   * @param right lines after which the step is done; with {@code :check}, it is done untouched
   * @param said what is said to a line; nothing to those that are not named
   * @param typed gets every line that is typed
   * @param slow lines whose effect comes too late the first time
   * @param before told of each line before it is typed
   */
  ForetoldRehearsals(
      Set<String> right,
      Map<String, String> said,
      StringBuilder typed,
      Set<String> slow,
      Consumer<Script> before) {
    this.right = right;
    this.said = said;
    this.typed = typed;
    this.slow = slow;
    this.before = before;
  }

  /** What comes of the scripts of any lesson. */
  void foretell(ScriptRun... runs) {
    scripts = List.of(runs);
  }

  @Override
  public Rehearsal begin(Lesson lesson) {
    return new Rehearsal() {
      private boolean open;

      @Override
      public void open(Lesson lesson, Step step) {
        open = true;
      }

      @Override
      public LearnerReading type(Script script) {
        before.accept(script);
        typed.append(script.text()).append('\n');
        open = slow.remove(script.text()) || !right.contains(script.text());
        String diagnosis = said.getOrDefault(script.text(), "");
        return new LearnerReading(
            diagnosis,
            diagnosis,
            why(diagnosis),
            diagnosis.lines().toList(),
            OptionalInt.empty(),
            "");
      }

      @Override
      public LearnerReading obey(List<String> lines) {
        return type(new Script(String.join("\n", lines)));
      }

      @Override
      public void placeNeighbours() {
        typed.append("(neighbours)\n");
      }

      @Override
      public List<String> lostSince(World moment) {
        return typed.toString().endsWith("docker rm neighbour\n")
            ? List.of("the container neighbour")
            : List.of();
      }

      @Override
      public boolean isOpen(Step step) {
        return open;
      }

      @Override
      public boolean passesUntouched(Step step) {
        return right.contains(":check");
      }

      @Override
      public List<ScriptRun> scriptsUntouched(Lesson lesson) {
        return scripts;
      }

      @Override
      public World world() {
        return World.EMPTY;
      }

      @Override
      public void reset() {
        open = false;
      }

      @Override
      public void close() {
        open = false;
      }
    };
  }

  @Override
  public int most() {
    return 1;
  }

  private static Optional<Diagnosis> why(String says) {
    return Optional.of(says)
        .filter(it -> !it.isEmpty())
        .map(it -> new Diagnosis(Diagnosis.Progress.WRONG_DETAIL, "", it));
  }
}
