package dev.ropewalk.cli;

import dev.ropewalk.check.Probes;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.journal.EngineId;
import dev.ropewalk.shell.LearnerShell;
import dev.ropewalk.shell.Screen;
import dev.ropewalk.shell.ShellSetting;

/** Where a learner works: an engine, and the machine that their shell runs on. */
interface Ground extends AutoCloseable {
  Engine engine();

  /** How their shell is started. */
  ShellSetting shell(Screen screen);

  /** What looks at the engine's machine. */
  Probes probes(LearnerShell shell);

  /** What the engine is known by in the journal. */
  default EngineId id() {
    return isPrivate() ? EngineId.PRIVATE : new EngineId(engine().info().id());
  }

  /** Whether the engine is there for the lessons alone, and ends with the session. */
  boolean isPrivate();

  @Override
  void close();
}
