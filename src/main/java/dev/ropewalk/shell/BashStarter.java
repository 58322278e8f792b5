package dev.ropewalk.shell;

import dev.ropewalk.patience.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Starts the learner's bash, again and again if it ends.
 *
 * @param input what the lines read where they are on no pseudo-terminal
 */
record BashStarter(ShellSetting setting, Path input, Transcript transcript) {
  /** Startup files may hang; then it goes on without them. */
  private static final Duration FOR_STARTUP_FILES = Duration.ofSeconds(20);

  /**
   * Waits until it is ready for a line.
   *
   * @param folder where it starts, a word as bash reads it
   * @throws ShellProblem if none comes up
   */
  BashProcess start(String folder) throws InterruptedException {
    // Startup files may replace bash by another shell, end it or hang.
    var bash = start(folder, setting.startupFiles());
    if (bash.isEmpty() && setting.startupFiles() == StartupFiles.READ) {
      bash = start(folder, StartupFiles.SKIPPED);
    }
    return bash.orElseThrow(this::problem);
  }

  private Optional<BashProcess> start(String folder, StartupFiles startupFiles)
      throws InterruptedException {
    try {
      Duration patience =
          startupFiles == StartupFiles.READ ? FOR_STARTUP_FILES : Patience.BUSY_MACHINE;
      return BashProcess.start(setting, folder, startupFiles, input, transcript, patience);
    } catch (IOException | UncheckedIOException e) {
      throw new ShellProblem(
          "`bash` cannot be started: %s; fix: install bash and see that it is on the PATH"
              .formatted(e.getMessage()),
          e);
    }
  }

  private ShellProblem problem() {
    return new ShellProblem(
        setting.screen() instanceof Screen.PseudoTerminal
            ? "no shell on a pseudo-terminal comes up; fix: install `script` of util-linux"
            : "`bash -i` ends, or says nothing, when it is started; fix: try it in a terminal");
  }
}
