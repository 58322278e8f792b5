package dev.ropewalk.cli;

import dev.ropewalk.author.ScenarioImport;
import dev.ropewalk.text.Diagnostic;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes lessons of those of others. */
@Command(
    name = "import",
    description =
        "Make lessons of scenarios or Labspaces; their verify scripts stay scripts. What does not"
            + " come along is named. `ropewalk author prove --only untouched` then finds the scripts"
            + " that pass where nothing is done.")
final class AuthorImportCommand implements Callable<Integer> {
  /** What can be read. */
  enum Form {
    killercoda,
    katacoda,
    labspace
  }

  private final Context context;

  @Option(
      names = {"--out", "--course"},
      paramLabel = "DIR",
      description =
          "The folder of the course to add them to (or: ROPEWALK_COURSE); otherwise the current folder.")
  private @Nullable Path out;

  @Parameters(
      index = "0",
      paramLabel = "FORM",
      description = "What is read: ${COMPLETION-CANDIDATES}.")
  private Form form = Form.killercoda;

  @Parameters(
      index = "1",
      paramLabel = "DIR",
      description =
          "A scenario, with its index.json, a Labspace, with its labspace.yaml, or a folder of them.")
  private Path from = Path.of("");

  AuthorImportCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(from)) {
      throw new WrongUse(
          "there is no folder `" + from + "`",
          "name one that has an `index.json` or a `labspace.yaml`");
    }
    ScenarioImport.Outcome outcome =
        switch (form) {
          case killercoda, katacoda, labspace ->
              read(context.writtenFolder(Optional.ofNullable(out)));
        };
    outcome.problems().stream().map(Diagnostic::format).forEach(context.err()::print);
    boolean some = !outcome.lessons().isEmpty();
    if (!some && outcome.problems().isEmpty() && outcome.todo().isEmpty()) {
      throw new WrongUse(
          "there is no `index.json` and no `labspace.yaml` in `"
              + from
              + "` nor in the folders below it",
          "name the folder of a scenario, or one that holds such folders");
    }
    outcome.files().forEach(file -> context.out().println("wrote " + file));
    context.out().println();
    context.out().print(outcome.todo());
    context.out().println("imported: " + outcome.figures());
    context
        .out()
        .println(
            "next: `ropewalk author prove --only untouched%s` names the scripts that pass where"
                    .formatted(out == null ? "" : " --course " + out)
                + " nothing is done");
    return some && outcome.problems().isEmpty() ? ExitCode.PASSED : ExitCode.BROKEN_COURSE;
  }

  private ScenarioImport.Outcome read(Path course) throws IOException {
    try {
      return ScenarioImport.write(from, course, context.commands());
    } catch (FileAlreadyExistsException e) {
      throw new WrongUse(
          "there is `" + e.getFile() + "` in the course already; nothing is written",
          "remove it, rename the scenario's folder, or write elsewhere with --out");
    }
  }
}
