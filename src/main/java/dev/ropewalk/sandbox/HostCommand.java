package dev.ropewalk.sandbox;

import dev.ropewalk.patience.Patience;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A short command of this machine, such as {@code ip}. */
final class HostCommand {
  static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

  private HostCommand() {}

  /** With an environment of ours, and its trouble in its output. */
  static ProcessBuilder of(List<String> command) {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(Map.of("PATH", PATH, "HOME", "/root", "LANG", "C.UTF-8"));
    return builder;
  }

  /**
   * Runs it to its end.
   *
   * @throws SandboxProblem with its own words when it fails or takes too long
   */
  static void run(String input, String... command) throws InterruptedException {
    try {
      var process = of(List.of(command)).start();
      try (var stdin = process.outputWriter(StandardCharsets.UTF_8)) {
        stdin.write(input);
      }
      if (!process.waitFor(Patience.BUSY_MACHINE)) {
        process.destroyForcibly();
        throw new SandboxProblem(
            "`%s` does not end in %s s."
                .formatted(String.join(" ", command), Patience.BUSY_MACHINE.toSeconds()));
      }
      if (process.exitValue() != 0) {
        var words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        throw new SandboxProblem(
            "`%s` fails: %s".formatted(String.join(" ", command), words.strip()));
      }
    } catch (IOException e) {
      throw new SandboxProblem("`" + command[0] + "` cannot be run.", e);
    }
  }
}
