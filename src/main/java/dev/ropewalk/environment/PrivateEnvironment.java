package dev.ropewalk.environment;

import dev.ropewalk.check.Probes;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.sandbox.Sandbox;
import dev.ropewalk.sandbox.SandboxProblem;
import dev.ropewalk.sandbox.UsedUp;
import dev.ropewalk.shell.Screen;
import dev.ropewalk.shell.ShellSetting;
import dev.ropewalk.shell.StartupFiles;
import dev.ropewalk.verify.EnteredMachine;
import dev.ropewalk.verify.LiveProbes;
import dev.ropewalk.verify.Scripts;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** A small machine with an engine of its own; both end with it, and all that is there. */
public final class PrivateEnvironment implements LearnerEnvironment {
  /** Leads from the place where a folder is outside to the place where it is inside. */
  private static final String AS_OUTSIDE =
      "shared=${1%/*} && mkdir -p \"${shared%/*}\" && ln -sfn \"$2\" \"$shared\"";

  private final Sandbox sandbox;
  private final Engine engine;
  private boolean isNew = true;

  private PrivateEnvironment(Sandbox sandbox, Engine engine) {
    this.sandbox = sandbox;
    this.engine = engine;
  }

  /**
   * @param sandbox is closed at the end, also where its engine cannot be reached
   * @param connection connects to the engine that listens on a socket
   */
  static PrivateEnvironment of(Sandbox sandbox, Function<Path, Engine> connection) {
    try {
      return new PrivateEnvironment(sandbox, connection.apply(sandbox.socket()));
    } catch (RuntimeException e) {
      sandbox.close();
      throw e;
    }
  }

  @Override
  public Engine engine() {
    return engine;
  }

  @Override
  public Probes probes(Supplier<Path> directory) {
    return new LiveProbes(
        engine,
        new EnteredMachine(
            command -> sandbox.enter(Sandbox.HOME, Map.of(), command), sandbox.files()),
        new Scripts.Inside(directory, sandbox::enter));
  }

  @Override
  public Home home() throws InterruptedException {
    if (!isNew) {
      run("find", Sandbox.HOME.toString(), "-mindepth", "1", "-delete");
    }
    isNew = false;
    return new HomeInside();
  }

  /** The engine's socket, on this machine. */
  public Path socket() {
    return sandbox.socket();
  }

  /**
   * Makes a folder that has the same path on this machine and inside. Only root of this machine can
   * change what is in it.
   */
  public Path meetingPoint(String name) throws InterruptedException {
    Path folder = sandbox.socket().resolveSibling(name);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new SandboxProblem("The folder " + folder + " cannot be made.", e);
    }
    run("sh", "-c", AS_OUTSIDE, "sh", folder.toString(), Sandbox.SHARED.toString());
    return folder;
  }

  @Override
  public boolean isPrivate() {
    return true;
  }

  @Override
  public Duration processorTime() {
    return sandbox.processorTime();
  }

  @Override
  public List<UsedUp> usedUp() {
    return sandbox.usedUp();
  }

  @Override
  public boolean isEngineStopped() {
    return sandbox.isEngineStopped();
  }

  @Override
  public void close() {
    try {
      engine.close();
    } finally {
      sandbox.close();
    }
  }

  /** What a command says inside. */
  private String run(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(sandbox.enter(command))
              .redirectErrorStream(true)
              .redirectInput(new File("/dev/null"))
              .start();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (process.waitFor() != 0) {
        throw new SandboxProblem("`%s` fails inside: %s".formatted(command[0], said));
      }
      return said;
    } catch (IOException e) {
      throw new SandboxProblem("`%s` cannot be run inside.".formatted(command[0]), e);
    }
  }

  /** The home folder there, emptied. */
  private final class HomeInside implements Home {
    @Override
    public ShellSetting shell(Screen screen) {
      return new ShellSetting(Sandbox.HOME, Map.of(), StartupFiles.SKIPPED, screen, sandbox::enter);
    }

    @Override
    public HomeFiles files() {
      return new EnteredFiles(
          command -> sandbox.enter(Sandbox.HOME, Map.of(), command), Sandbox.HOME);
    }

    @Override
    public boolean isEmpty() throws InterruptedException {
      return run("find", Sandbox.HOME.toString(), "!", "-type", "d", "-print", "-quit").isEmpty();
    }

    @Override
    public void close() {
      // It ends with the machine, or is emptied for the next opening.
    }
  }
}
