package dev.ropewalk.shell;

import static dev.ropewalk.shell.CapturedShell.NOW;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** A learner's shell where nobody looks: no terminal, no startup files, the output captured. */
final class CapturedShell implements AutoCloseable {
  /** The time of its clock, which stands still. */
  static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  private static final Limits LIMITS = new Limits(Duration.ofSeconds(60), 100_000);

  private final Path folder;
  private LearnerShell shell;

  /** A shell that begins in the folder. */
  CapturedShell(Path folder) throws IOException {
    this.folder = folder.toRealPath();
    this.shell = start(ShellSetting.captured(this.folder, LIMITS));
  }

  private static LearnerShell start(ShellSetting setting) {
    return LearnerShell.of(setting, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  /** Another shell in its place, with other limits. */
  void restart(Limits limits) {
    shell.close();
    shell = start(ShellSetting.captured(folder, limits));
  }

  /** Another shell in its place, which reads the startup files that the folder has. */
  void restartWithStartupFiles() {
    shell.close();
    shell =
        start(
            new ShellSetting(
                folder,
                Map.of("HOME", folder.toString()),
                StartupFiles.READ,
                new Screen.Captured(LIMITS)));
  }

  /** The folder in which it begins, without symbolic links. */
  Path folder() {
    return folder;
  }

  Finished run(String line) throws InterruptedException {
    return shell.run(line);
  }

  /** Runs a line, and has it tell the codes of its last pipe. */
  Finished runPiped(String line) throws InterruptedException {
    return shell.run(line, LineEnvironment.NONE, PipeCodes.TOLD);
  }

  /** What a line prints. */
  String output(String line) throws InterruptedException {
    return run(line).output().text();
  }

  Path directory() {
    return shell.directory();
  }

  void interrupt() {
    shell.interrupt();
  }

  @Override
  public void close() {
    shell.close();
  }
}
