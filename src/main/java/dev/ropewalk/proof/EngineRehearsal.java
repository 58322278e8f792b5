package dev.ropewalk.proof;

import dev.ropewalk.check.History;
import dev.ropewalk.check.Variables;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.command.CommandTable;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.engine.World;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.Script;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.shell.ShellSetting;
import dev.ropewalk.verify.Judge;
import dev.ropewalk.verify.LiveProbes;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Plays lessons on an engine, in a shell with a terminal of its own. Each opening has a folder, a
 * shell and a journal of its own.
 */
final class EngineRehearsal implements Rehearsal {
  private final Course course;
  private final Engine engine;
  private final CommandTable commands;
  private final Function<Path, ShellSetting> shells;
  private final Judge judge;
  private @Nullable Scenery scenery;
  private @Nullable Checkpoint checkpoint;

  /**
   * @param engine is closed at the end
   * @param shells how a shell is started in a folder
   */
  EngineRehearsal(
      Course course, Engine engine, CommandTable commands, Function<Path, ShellSetting> shells) {
    this.course = course;
    this.engine = engine;
    this.commands = commands;
    this.shells = shells;
    judge = new Judge(engine, new LiveProbes(engine), commands);
  }

  @Override
  public void open(Lesson lesson, Step step) throws InterruptedException {
    Checkpoint last = checkpoint;
    checkpoint = null;
    if (last != null
        && scenery != null
        && last.isOf(lesson, step)
        && last.restore(scenery, engine)) {
      scenery.close();
      scenery = begin(last.journal());
      scenery.open(lesson, Optional.empty());
    } else {
      reset();
      scenery = begin("");
      scenery.open(lesson, Optional.of(step.id()));
    }
    if (!isOpen(step)) {
      throw new NotReached(scenery.read().said());
    }
    checkpoint = Checkpoint.of(lesson, step, scenery, engine.world());
  }

  private Scenery begin(String journal) {
    return new Scenery(course, engine, judge, commands, shells, journal);
  }

  @Override
  public Reading type(Script script) throws InterruptedException {
    return current().type(script);
  }

  @Override
  public boolean isOpen(Step step) {
    return current().openStep().equals(Optional.of(step.id()));
  }

  @Override
  public boolean passesUntouched(Step step) {
    return judge.judge(step.checks(), History.NONE, Variables.NONE).stream()
        .allMatch(Verdict.Passed.class::isInstance);
  }

  @Override
  public World world() {
    return engine.world();
  }

  private Scenery current() {
    if (scenery == null) {
      throw new IllegalStateException("no lesson is open");
    }
    return scenery;
  }

  @Override
  public void reset() throws InterruptedException {
    checkpoint = null;
    if (scenery != null) {
      scenery.reset();
      scenery.close();
      scenery = null;
    }
  }

  @Override
  public void close() throws InterruptedException {
    reset();
    engine.close();
  }
}
