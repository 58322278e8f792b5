package dev.ropewalk.proof;

import dev.ropewalk.check.Probes;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.shell.ShellSetting;

/** Where lessons are played: an engine, and the machine beside it. For one thread. */
interface Venue extends AutoCloseable {
  Engine engine();

  /** What looks at the engine's machine. */
  Probes probes();

  /** An empty folder, for one opening of a lesson; the one before it must be closed. */
  Home home() throws InterruptedException;

  /** Whether it goes on after the end, so that what the lessons have made must be removed. */
  boolean stays();

  /** Gives the engine back. */
  @Override
  void close();

  /** The folder that the learner's shell starts in. */
  interface Home extends AutoCloseable {
    /** How the shell is started there. */
    ShellSetting shell();

    boolean isEmpty() throws InterruptedException;

    @Override
    void close();
  }
}
