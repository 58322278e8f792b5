package dev.ropewalk.cli;

import dev.ropewalk.check.Probes;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.shell.LearnerShell;
import dev.ropewalk.shell.Screen;
import dev.ropewalk.shell.ShellSetting;
import dev.ropewalk.shell.StartupFiles;
import dev.ropewalk.verify.LiveProbes;
import java.nio.file.Path;
import java.util.Map;

/** The learner's own machine, and the engine that their docker command uses. */
record OwnGround(Context context, ScriptsOption scripts, Engine engine) implements Ground {
  @Override
  public ShellSetting shell(Screen screen) {
    StartupFiles files =
        screen instanceof Screen.OwnTerminal ? StartupFiles.READ : StartupFiles.SKIPPED;
    return new ShellSetting(Path.of("").toAbsolutePath(), Map.of(), files, screen);
  }

  @Override
  public Probes probes(LearnerShell shell) {
    return new LiveProbes(engine, scripts.scripts(context, shell::directory));
  }

  @Override
  public boolean isPrivate() {
    return false;
  }

  @Override
  public void close() {
    engine.close();
  }
}
