package dev.ropewalk.proof;

import dev.ropewalk.check.Probes;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.sandbox.Sandbox;
import dev.ropewalk.shell.ShellSetting;
import dev.ropewalk.shell.StartupFiles;
import dev.ropewalk.verify.EnteredMachine;
import dev.ropewalk.verify.LiveProbes;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A private machine with an engine of its own; both end with it. */
record PrivateVenue(Sandbox sandbox, Engine engine) implements Venue {
  @Override
  public Probes probes() {
    return new LiveProbes(
        engine,
        new EnteredMachine(
            command -> sandbox.enter(Sandbox.HOME, Map.of(), command), sandbox.files()));
  }

  @Override
  public Home home() throws InterruptedException {
    run("find", Sandbox.HOME.toString(), "-mindepth", "1", "-delete");
    return new Inside();
  }

  @Override
  public boolean stays() {
    return false;
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
        throw new IllegalStateException("`%s` fails: %s".formatted(command[0], said));
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The home folder there, emptied. */
  private final class Inside implements Home {
    @Override
    public ShellSetting shell() {
      return new ShellSetting(
          Sandbox.HOME, Map.of(), StartupFiles.SKIPPED, PresentEngine.SCREEN, sandbox::enter);
    }

    @Override
    public boolean isEmpty() throws InterruptedException {
      return run("find", Sandbox.HOME.toString(), "-mindepth", "1", "-print", "-quit").isEmpty();
    }

    @Override
    public void close() {
      // It ends with the machine, or is emptied for the next opening.
    }
  }
}
