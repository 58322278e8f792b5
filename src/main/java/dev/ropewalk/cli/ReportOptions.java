package dev.ropewalk.cli;

import dev.ropewalk.report.Report;
import dev.ropewalk.scorecard.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which reports are made of results, and where they are put; none where nothing is said. */
final class ReportOptions {
  /** What a grading makes where nothing else is said. */
  private static final List<String> OF_GRADING = List.of("json", "html");

  @Option(
      names = "--report",
      paramLabel = "KIND[=PATH]",
      description =
          "A report to make: ${COMPLETION-CANDIDATES}. PATH is the file for it or, if it has several,"
              + " the folder; otherwise it is put into the folder for the results, or the current one. May"
              + " be given several times; if it is not, `grade` makes json and html.",
      completionCandidates = Kinds.class)
  private List<String> wanted = List.of();

  /** The formats, as the help lists them. */
  static final class Kinds implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Report.all(Map.of()).stream().map(Report::name).iterator();
    }
  }

  /** A report and where it goes; without a path into the folder of the results. */
  private record Wanted(Report report, String path) {}

  /** The same, and those of a grading where nothing is said. */
  ReportOptions ofGrading() {
    ReportOptions other = new ReportOptions();
    other.wanted = wanted.isEmpty() ? OF_GRADING : wanted;
    return other;
  }

  boolean isWanted() {
    return !wanted.isEmpty();
  }

  /**
   * Refuses what cannot be made, before anything is graded.
   *
   * @throws WrongUse when there is no such format
   */
  void require(Map<String, String> environment) {
    for (Wanted each : all(environment)) {
      each.report()
          .obstacle()
          .ifPresent(
              why -> {
                throw new WrongUse(
                    "there can be no report `%s`: %s".formatted(each.report().name(), why),
                    "leave it out, or run it where that is set");
              });
    }
  }

  private List<Wanted> all(Map<String, String> environment) {
    Map<String, Report> known = new LinkedHashMap<>();
    Report.all(environment).forEach(report -> known.put(report.name(), report));
    return wanted.stream().map(word -> wanted(known, word.split("=", 2))).toList();
  }

  private static Wanted wanted(Map<String, Report> known, String[] words) {
    Report report = known.get(words[0]);
    if (report == null) {
      throw new WrongUse(
          "there is no report `" + words[0] + "`",
          "use one of " + String.join(", ", known.keySet()));
    }
    return new Wanted(report, words.length > 1 ? words[1] : "");
  }

  /** Writes all that are wanted. */
  void write(Results results, Path folder, Map<String, String> environment) throws IOException {
    for (Wanted each : all(environment)) {
      List<Report.File> files = each.report().files(results);
      for (Report.File file : files) {
        Path path =
            each.path().isEmpty()
                ? folder.resolve(file.path())
                : files.size() == 1
                    ? Path.of(each.path())
                    : Path.of(each.path()).resolve(file.path());
        Files.createDirectories(path.toAbsolutePath().resolveSibling(""));
        Files.writeString(path, file.text());
      }
    }
  }
}
