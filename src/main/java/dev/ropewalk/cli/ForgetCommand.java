package dev.ropewalk.cli;

import dev.ropewalk.journal.JournalLock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Removes what is kept of the learner: journal, history and log. Needs no engine. */
@Command(
    name = "forget",
    description = "Remove what ropewalk keeps of you: your progress, your typed lines, its log.")
final class ForgetCommand implements Callable<Integer> {
  private final Context context;

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  ForgetCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    StateFolder state = new StateFolder(context.places().state());
    List<Path> files = state.files();
    if (files.isEmpty()) {
      context.out().println("Nothing is kept in `%s`.".formatted(state.folder()));
      return ExitCode.PASSED;
    }
    try (JournalLock unused = JournalLock.take(context.places().lock(), "`ropewalk forget`")) {
      for (Path file : files) {
        context.out().println(file + " (" + Files.size(file) + " bytes)");
      }
      if (!yes && !asked()) {
        context.out().println("Nothing was removed.");
        return ExitCode.PASSED;
      }
      state.remove(state.files());
    }
    context.out().println("Removed. What your lessons made on the engine is still there.");
    return ExitCode.PASSED;
  }

  private boolean asked() throws IOException {
    context.out().print("Remove them, and with them all your progress? (y/n) ");
    context.out().flush();
    var in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
    String answer = Objects.requireNonNullElse(in.readLine(), "");
    return answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
  }
}
