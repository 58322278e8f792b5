package dev.ropewalk.environment;

import dev.ropewalk.check.Probes;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.sandbox.UsedUp;
import dev.ropewalk.shell.Screen;
import dev.ropewalk.shell.ShellSetting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Where a learner works, or a rehearsal in their place: an engine, and the machine that their shell
 * runs on. For one thread.
 */
public interface LearnerEnvironment extends AutoCloseable {
  Engine engine();

  /**
   * What looks at the engine's machine. On a private one the scripts of checks are run, too.
   *
   * @param directory where the learner is now
   */
  Probes probes(Supplier<Path> directory);

  /** The folder that the learner's shell starts in; the one before it must be closed. */
  Home home() throws InterruptedException;

  /**
   * Whether the engine is there for the lessons alone and ends with the environment, so that what
   * the lessons have made need not be removed.
   */
  boolean isPrivate();

  /**
   * How much processor time all on a private machine has used since it started; zero where nobody
   * counts it.
   */
  default Duration processorTime() {
    return Duration.ZERO;
  }

  /** Of which limits of a private machine all was used at once; none where nobody limits it. */
  default List<UsedUp> usedUp() {
    return List.of();
  }

  /** Whether somebody has stopped the engine of a private machine by a signal. */
  default boolean isEngineStopped() {
    return false;
  }

  /** Gives the engine back. */
  @Override
  void close();

  /** The folder that the learner's shell starts in. */
  interface Home extends AutoCloseable {
    /** How the shell is started there. */
    ShellSetting shell(Screen screen);

    /** The files of that machine. */
    HomeFiles files();

    /** Whether there is no file in it; folders may be. */
    boolean isEmpty() throws InterruptedException;

    @Override
    void close();
  }
}
