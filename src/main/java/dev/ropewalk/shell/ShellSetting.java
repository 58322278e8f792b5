package dev.ropewalk.shell;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * How the learner's shell is started, and started again after it ended.
 *
 * @param directory where it starts
 * @param environment added to the environment of this process, or of the place
 * @param place where it runs; {@code directory} is one there
 */
public record ShellSetting(
    Path directory,
    Map<String, String> environment,
    StartupFiles startupFiles,
    Screen screen,
    ShellPlace place) {
  public ShellSetting {
    directory = directory.toAbsolutePath();
    environment = Map.copyOf(environment);
    Objects.requireNonNull(startupFiles);
    Objects.requireNonNull(screen);
    Objects.requireNonNull(place);
  }

  /** A shell of this machine. */
  public ShellSetting(
      Path directory, Map<String, String> environment, StartupFiles startupFiles, Screen screen) {
    this(directory, environment, startupFiles, screen, ShellPlace.HERE);
  }

  /** The shell of a person at this terminal, with their own startup files. */
  public static ShellSetting interactive(Path directory) {
    return new ShellSetting(directory, Map.of(), StartupFiles.READ, new Screen.OwnTerminal());
  }

  /** A shell without a terminal and without anybody's startup files. */
  public static ShellSetting captured(Path directory, Limits limits) {
    return new ShellSetting(directory, Map.of(), StartupFiles.SKIPPED, new Screen.Captured(limits));
  }
}
