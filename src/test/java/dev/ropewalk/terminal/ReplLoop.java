package dev.ropewalk.terminal;

import dev.ropewalk.command.CommandTable;
import dev.ropewalk.play.RecordedLines;
import dev.ropewalk.play.ShellWorkplace;
import dev.ropewalk.session.Input;
import dev.ropewalk.session.Prompt;
import dev.ropewalk.shell.LearnerShell;
import dev.ropewalk.shell.LineCharset;
import dev.ropewalk.shell.Screen;
import dev.ropewalk.shell.ShellSetting;
import dev.ropewalk.shell.StartupFiles;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jline.reader.impl.completer.NullCompleter;

/** The REPL without a course and without an engine: whatever is typed is run. */
final class ReplLoop {
  private static final Prompt PROMPT = new Prompt("loop", 0, 0, Prompt.Question.NONE);

  private ReplLoop() {}

  public static void main(String[] args) throws Exception {
    var here = Path.of("").toAbsolutePath();
    var setting = new ShellSetting(here, Map.of(), StartupFiles.SKIPPED, new Screen.OwnTerminal());
    try (var terminal = SystemTerminal.open(LineCharset.ofThisProcess());
        var shell = LearnerShell.of(setting, Clock.systemUTC())) {
      var workplace =
          new ShellWorkplace(shell, new CommandTable(_ -> ""), RecordedLines.none(), _ -> {});
      var repl =
          new Repl(
              terminal,
              Map.of(),
              workplace,
              NullCompleter.INSTANCE,
              Path.of(System.getProperty("java.io.tmpdir"), "repl-history"));
      repl.ready(PROMPT);
      repl.work(input -> answer(repl, input));
    }
  }

  private static void answer(Repl repl, Input input) {
    switch (input) {
      case Input.Typed(var line) when line.equals(":quit") -> repl.quit();
      case Input.Typed(var line) when line.isBlank() -> repl.ready(PROMPT);
      case Input.Typed(var line) -> repl.run(line);
      // It came while a line ran, whose end brings the prompt.
      case Input.Interrupted() -> {}
      default -> repl.ready(PROMPT);
    }
  }
}
