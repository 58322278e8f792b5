package dev.ropewalk.environment;

import dev.ropewalk.check.Probes;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.scratch.ScratchFolder;
import dev.ropewalk.shell.Screen;
import dev.ropewalk.shell.ShellSetting;
import dev.ropewalk.shell.StartupFiles;
import dev.ropewalk.verify.LiveProbes;
import dev.ropewalk.verify.Scripts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** This machine, with the engine that the docker command uses. */
public final class PresentEnvironment implements LearnerEnvironment {
  private final Engine engine;
  private final Function<Supplier<Path>, Scripts> scripts;
  private final Supplier<Home> homes;

  private PresentEnvironment(
      Engine engine, Function<Supplier<Path>, Scripts> scripts, Supplier<Home> homes) {
    this.engine = engine;
    this.scripts = scripts;
    this.homes = homes;
  }

  /**
   * The learner's own: their shell starts in the current folder, and at a terminal with their own
   * startup files.
   *
   * @param scripts what is done with scripts, by where the learner is
   */
  public static PresentEnvironment own(Engine engine, Function<Supplier<Path>, Scripts> scripts) {
    return new PresentEnvironment(
        engine, scripts, () -> new CurrentFolder(Path.of("").toAbsolutePath()));
  }

  /** One for rehearsals: each has a new folder, and no script is run. */
  public static PresentEnvironment rehearsed(Engine engine) {
    return new PresentEnvironment(
        engine, _ -> new Scripts.Refused(), () -> new NewFolder(ScratchFolder.create()));
  }

  @Override
  public Engine engine() {
    return engine;
  }

  @Override
  public Probes probes(Supplier<Path> directory) {
    return new LiveProbes(engine, scripts.apply(directory));
  }

  @Override
  public Home home() {
    return homes.get();
  }

  @Override
  public boolean isPrivate() {
    return false;
  }

  @Override
  public void close() {
    engine.close();
  }

  private static boolean isEmpty(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.allMatch(Files::isDirectory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The learner's, which stays as it is. */
  private record CurrentFolder(Path path) implements Home {
    @Override
    public ShellSetting shell(Screen screen) {
      StartupFiles files =
          screen instanceof Screen.OwnTerminal ? StartupFiles.READ : StartupFiles.SKIPPED;
      return new ShellSetting(path, Map.of(), files, screen);
    }

    @Override
    public HomeFiles files() {
      return new NearFiles(Path.of(System.getProperty("user.home")));
    }

    @Override
    public boolean isEmpty() {
      return PresentEnvironment.isEmpty(path);
    }

    @Override
    public void close() {
      // It is not ours.
    }
  }

  /** One that is removed at the end. */
  private record NewFolder(ScratchFolder folder) implements Home {
    @Override
    public ShellSetting shell(Screen screen) {
      return new ShellSetting(folder.path(), Map.of(), StartupFiles.SKIPPED, screen);
    }

    @Override
    public HomeFiles files() {
      return new NearFiles(folder.path());
    }

    @Override
    public boolean isEmpty() {
      return PresentEnvironment.isEmpty(folder.path());
    }

    @Override
    public void close() {
      folder.close();
    }
  }
}
