package dev.ropewalk.cli;

import dev.ropewalk.grade.Merging;
import dev.ropewalk.scorecard.Results;
import dev.ropewalk.text.SafeText;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts the shares of a class together. */
@Command(
    name = "merge",
    description =
        "Put the results of several folders together, such as the shares of --shard: one report of"
            + " the class. Exits with 0 if all passed, with 1 if any did not.")
final class GradeMergeCommand implements Callable<Integer> {
  private final Context context;
  @Mixin private ReportOptions reports = new ReportOptions();
  @Mixin private PseudonymsOption pseudonyms = new PseudonymsOption();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "The folder for the results of all, with all evidence.")
  private @Nullable Path out;

  @Option(
      names = "--incomplete",
      description = "Go on when a share is missing; otherwise it is named, and nothing is done.")
  private boolean incomplete;

  @Parameters(
      paramLabel = "DIR",
      arity = "1..*",
      description = "The folders of --out of the gradings.")
  private List<Path> folders = List.of();

  GradeMergeCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    try {
      return merged();
    } catch (FileSystemException e) {
      throw NamedFolder.refused(e);
    }
  }

  private int merged() throws IOException {
    Path folder = Objects.requireNonNull(out);
    NamedFolder.requireNoFile(folder, "--out");
    reports.require(context.environment());
    Merging merging = new Merging(folders);
    List<String> missing = merging.missing();
    if (!missing.isEmpty()) {
      String which = String.join(", ", missing);
      if (!incomplete) {
        throw new WrongUse(
            "missing: " + which, "grade with `--shard` what is missing, or use --incomplete");
      }
      context.err().println("warning: missing: " + which);
    }
    merging.twice().forEach(it -> context.err().println("warning: " + SafeText.of(it)));
    if (pseudonyms.areWanted()) {
      merging.requireNoLog(folder);
    } else {
      merging.keep(folder);
    }
    Results results = merging.results();
    reports.ofGrading().write(pseudonyms.in(results, folder), folder, context.environment());
    GradingProgress.of(context).tell(results);
    return GradeCommand.code(results);
  }
}
