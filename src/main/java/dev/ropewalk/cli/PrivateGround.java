package dev.ropewalk.cli;

import dev.ropewalk.check.Probes;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.engine.docker.DockerJavaEngine;
import dev.ropewalk.engine.docker.EngineAddress;
import dev.ropewalk.sandbox.Sandbox;
import dev.ropewalk.shell.LearnerShell;
import dev.ropewalk.shell.Screen;
import dev.ropewalk.shell.ShellSetting;
import dev.ropewalk.shell.StartupFiles;
import dev.ropewalk.verify.EnteredMachine;
import dev.ropewalk.verify.LiveProbes;
import java.nio.file.Path;
import java.util.Map;

/** A small machine with an engine of its own; both end with the session, and all that is there. */
record PrivateGround(Sandbox sandbox, Engine engine) implements Ground {
  static PrivateGround of(Sandbox sandbox) {
    try {
      return new PrivateGround(sandbox, connect(sandbox.socket()));
    } catch (RuntimeException e) {
      sandbox.close();
      throw e;
    }
  }

  /** Connects to the engine of a sandbox. */
  static Engine connect(Path socket) {
    return DockerJavaEngine.connect(
        EngineAddress.find(Map.of("DOCKER_HOST", "unix://" + socket), Path.of("/nonexistent")));
  }

  @Override
  public ShellSetting shell(Screen screen) {
    return new ShellSetting(Sandbox.HOME, Map.of(), StartupFiles.SKIPPED, screen, sandbox::enter);
  }

  @Override
  public Probes probes(LearnerShell shell) {
    return new LiveProbes(
        engine,
        new EnteredMachine(
            command -> sandbox.enter(Sandbox.HOME, Map.of(), command), sandbox.files()));
  }

  @Override
  public boolean isPrivate() {
    return true;
  }

  @Override
  public void close() {
    try {
      engine.close();
    } finally {
      sandbox.close();
    }
  }
}
