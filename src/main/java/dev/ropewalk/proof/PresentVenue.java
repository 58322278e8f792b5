package dev.ropewalk.proof;

import dev.ropewalk.check.Probes;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.shell.Screen;
import dev.ropewalk.shell.ShellSetting;
import dev.ropewalk.shell.StartupFiles;
import dev.ropewalk.verify.LiveProbes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** This machine, with the engine that the docker command uses. */
record PresentVenue(Engine engine, Screen screen) implements Venue {
  @Override
  public Probes probes() {
    return new LiveProbes(engine);
  }

  @Override
  public Home home() {
    return new Folder(Folders.temporary(), screen);
  }

  @Override
  public boolean stays() {
    return true;
  }

  @Override
  public void close() {
    engine.close();
  }

  /** A folder that is removed at the end. */
  private record Folder(Path folder, Screen screen) implements Home {
    @Override
    public ShellSetting shell() {
      return new ShellSetting(folder, Map.of(), StartupFiles.SKIPPED, screen);
    }

    @Override
    public boolean isEmpty() {
      try (Stream<Path> files = Files.list(folder)) {
        return files.findAny().isEmpty();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      Folders.remove(folder);
    }
  }
}
