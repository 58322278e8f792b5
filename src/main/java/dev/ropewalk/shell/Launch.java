package dev.ropewalk.shell;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a bash is started on a kind of screen. Its standard input is always our feed; its reports,
 * and its output where that is captured, go into the FIFO {@code reports} of the folder.
 */
final class Launch {
  // bash would cut the learner's history file down to its default size on start: HISTFILE empty
  // prevents that.
  private static final List<String> BASH = List.of("bash", "--noediting", "--norc", "-i");
  // Without a session of its own an interactive bash would grab the terminal that we happen to run
  // in.
  private static final String IN_ITS_OWN_SESSION =
      "command -v setsid >/dev/null && exec setsid \"$@\"; exec \"$@\"";
  // script connects the pseudo-terminal with its standard input and output; our feed goes around
  // it.
  private static final String ON_A_PSEUDO_TERMINAL =
      "exec script -q -e -f -c \"exec $1 <&3 3<&-\" /dev/null 3<&0 <\"$2\"";

  private Launch() {}

  static Process start(ShellSetting setting, Path directory, Path folder) throws IOException {
    var reports = folder.resolve("reports").toFile();
    var builder = new ProcessBuilder(command(setting.screen(), folder));
    builder.directory(existing(directory));
    builder.redirectOutput(
        setting.screen() instanceof Screen.OwnTerminal
            ? ProcessBuilder.Redirect.INHERIT
            : ProcessBuilder.Redirect.to(reports));
    builder.redirectError(ProcessBuilder.Redirect.to(reports));
    var environment = builder.environment();
    if (setting.screen() instanceof Screen.PseudoTerminal) {
      environment.putIfAbsent("TERM", "xterm");
      environment.put(
          "SHELL", "/bin/sh"); // script's, for the words above; any other might be no POSIX shell
    }
    environment.putAll(setting.environment());
    environment.put("HISTFILE", "");
    return builder.start();
  }

  private static List<String> command(Screen screen, Path folder) {
    return switch (screen) {
      case Screen.OwnTerminal() -> BASH;
      case Screen.Captured _ -> {
        var command = new ArrayList<>(List.of("bash", "-c", IN_ITS_OWN_SESSION, "ropewalk"));
        command.addAll(BASH);
        yield List.copyOf(command);
      }
      case Screen.PseudoTerminal _ ->
          List.of(
              "bash",
              "-c",
              ON_A_PSEUDO_TERMINAL,
              "ropewalk",
              String.join(" ", BASH),
              folder.resolve("keys").toString());
    };
  }

  /** The folder itself or the nearest one above it that is still there. */
  private static File existing(Path directory) {
    var path = directory;
    while (!Files.isDirectory(path) && path.getParent() != null) {
      path = path.getParent();
    }
    return path.toFile();
  }
}
