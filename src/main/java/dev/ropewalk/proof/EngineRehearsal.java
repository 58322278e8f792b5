package dev.ropewalk.proof;

import dev.ropewalk.check.History;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.value.Variables;
import dev.ropewalk.command.CommandTable;
import dev.ropewalk.engine.World;
import dev.ropewalk.environment.LearnerEnvironment;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.Script;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.rehearsal.RehearsalPlace;
import dev.ropewalk.shell.Finished;
import dev.ropewalk.shell.LearnerShell;
import dev.ropewalk.verify.Judge;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Plays lessons in an environment, in a shell with a terminal of its own. Each opening has a
 * folder, a shell and a journal of its own.
 */
final class EngineRehearsal implements Rehearsal {
  private static final String NEIGHBOUR = "neighbour";

  /**
   * What the trial before has had written to a log, or printed, is no part of this one: the step
   * opens at this moment, and not when the journal says so.
   */
  private static final List<String> AGAIN = List.of(":retry");

  /** An image of its own, so that no lesson's image is kept by it. */
  private static final List<String> NEIGHBOURS =
      List.of(
          "tar -c -C /etc hostname | docker import - neighbour:kept",
          "docker create --name " + NEIGHBOUR + " -v neighbour-data:/data neighbour:kept true");

  private final Course course;
  private final RehearsalPlace place;
  private final LearnerEnvironment environment;
  private final CommandTable commands;
  private final Judge judge;
  private @Nullable RehearsalSession session;
  private @Nullable Checkpoint checkpoint;
  private @Nullable EngineBefore door;

  /**
   * @param place is closed at the end
   */
  EngineRehearsal(Course course, RehearsalPlace place, CommandTable commands) {
    this.course = course;
    this.place = place;
    this.commands = commands;
    environment = place.environment();
    judge = place.judge(commands, () -> current().directory());
  }

  @Override
  public void open(Lesson lesson, Step step) throws InterruptedException {
    Checkpoint last = checkpoint;
    checkpoint = null;
    if (last != null
        && session != null
        && last.isOf(lesson, step)
        && last.restore(session, environment.engine(), whose())) {
      session.close();
      session = begin(last.journal());
      session.open(lesson, Optional.empty());
      LearnerReading unused = session.obey(AGAIN);
    } else {
      reset();
      if (door == null) {
        door = new EngineBefore(world());
      }
      session = begin("");
      session.open(lesson, Optional.of(step.id()));
    }
    if (!isOpen(step)) {
      throw new StepNotReached(session.read().said());
    }
    checkpoint = Checkpoint.of(lesson, step, session, environment.engine().world());
  }

  private Checkpoint.Whose whose() {
    return environment.isPrivate() ? Checkpoint.Whose.ALL_OURS : Checkpoint.Whose.SOME_FOREIGN;
  }

  private RehearsalSession begin(String journal) throws InterruptedException {
    return new RehearsalSession(course, place, commands, journal);
  }

  @Override
  public LearnerReading type(Script script) throws InterruptedException {
    return current().type(script);
  }

  @Override
  public LearnerReading obey(List<String> lines) throws InterruptedException {
    return current().obey(lines);
  }

  @Override
  public List<String> lostSince(World moment) {
    return door == null ? List.of() : door.lost(moment, world());
  }

  @Override
  public void placeNeighbours() throws InterruptedException {
    reset();
    if (environment.isPrivate()) {
      run(NEIGHBOURS);
      door = null;
      if (world().containers().stream().noneMatch(it -> it.name().equals(NEIGHBOUR))) {
        throw new IllegalStateException("nothing of somebody else's could be put on the engine");
      }
    }
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
  public List<ScriptRun> scriptsUntouched(Lesson lesson) throws InterruptedException {
    reset();
    return new UntouchedScripts(environment).run(lesson);
  }

  @Override
  public World world() {
    return environment.engine().world();
  }

  private RehearsalSession current() {
    if (session == null) {
      throw new IllegalStateException("no lesson is open");
    }
    return session;
  }

  @Override
  public void reset() throws InterruptedException {
    checkpoint = null;
    if (session != null) {
      session.reset();
      session.close();
      session = null;
      putBack();
    }
  }

  /**
   * What is new goes, also where it was taken for somebody else's, as of a job in the background.
   *
   * @throws IllegalStateException when the engine cannot be made what it was, so that another one
   *     must take its place
   */
  private void putBack() throws InterruptedException {
    EngineBefore before = door;
    if (before == null || !environment.isPrivate()) {
      return;
    }
    List<String> lines = before.puttingBack(world());
    if (!lines.isEmpty()) {
      run(lines);
    }
    if (!before.isAgain(world())) {
      throw new IllegalStateException("the engine cannot be put back to what it was");
    }
  }

  /** Runs command lines where nobody learns. */
  private void run(List<String> lines) throws InterruptedException {
    try (LearnerEnvironment.Home home = environment.home();
        LearnerShell shell =
            LearnerShell.of(home.shell(RehearsalSession.SCREEN), Clock.systemUTC())) {
      for (String line : lines) {
        Finished unused = shell.run(line);
      }
    }
  }

  @Override
  public void close() throws InterruptedException {
    try (environment) {
      if (!environment.isPrivate()) {
        reset();
      } else if (session != null) {
        session.close();
      }
    }
  }
}
