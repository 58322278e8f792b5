package dev.ropewalk.shell;

import dev.ropewalk.terminal.SystemTerminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;

/**
 * The smallest REPL around a {@link LearnerShell}, for tests in a real terminal. Its prompt is the
 * last exit code and {@code @@}.
 */
final class TerminalLoop {
  private TerminalLoop() {}

  /** Starts it in a terminal of its own. */
  static Tmux in(Path folder) throws IOException {
    return Tmux.start(
        folder,
        List.of("HOME=" + folder, "PS1="),
        "/bin/sh",
        "-c",
        "\"%s\" --enable-native-access=ALL-UNNAMED -cp '%s' %s 2>errors; echo repl ended; cat"
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                TerminalLoop.class.getName()));
  }

  public static void main(String[] args) throws Exception {
    try (var terminal = SystemTerminal.open(LineCharset.ofThisProcess());
        var shell =
            LearnerShell.of(
                ShellSetting.interactive(Path.of("").toAbsolutePath()), Clock.systemUTC())) {
      // Between two lines we are in the foreground ourselves. Ignoring would be inherited by bash.
      terminal.handle(Terminal.Signal.INT, _ -> {});
      terminal.handle(Terminal.Signal.TSTP, _ -> {});
      var reader = LineReaderBuilder.builder().terminal(terminal).build();
      reader.variable(org.jline.reader.LineReader.DISABLE_HISTORY, true);
      reader.option(org.jline.reader.LineReader.Option.DISABLE_EVENT_EXPANSION, true);
      var last = 0;
      while (true) {
        try {
          var finished = shell.run(reader.readLine(last + "@@ "));
          Files.write(Path.of("commands"), finished.commands());
          last = finished.exitCode();
          if (finished.ending() == Finished.Ending.SHELL_ENDED) {
            break;
          }
        } catch (UserInterruptException _) {
          terminal.writer().println("interrupted at the prompt");
        } catch (EndOfFileException _) {
          break;
        }
      }
      terminal.writer().println("ended with " + last);
      terminal.flush();
    }
  }
}
