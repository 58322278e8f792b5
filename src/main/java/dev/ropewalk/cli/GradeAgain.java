package dev.ropewalk.cli;

import dev.ropewalk.grade.Assignment;
import dev.ropewalk.grade.ClassResults;
import dev.ropewalk.grade.Grading;
import dev.ropewalk.scorecard.Results;
import dev.ropewalk.scorecard.ResultsForm;
import dev.ropewalk.scorecard.Scorecard;
import dev.ropewalk.text.SafeText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How what was graded is graded once more, and whose score that changes. */
final class GradeAgain {
  /** The end of what is noted of a submission whose evidence is missing or was changed. */
  private static final String NOT_JUDGED = "it was not judged again.";

  @Option(
      names = "--rejudge",
      paramLabel = "DIR",
      description =
          "Judge what was graded in this folder by the checks as they are now, from the evidence:"
              + " nothing runs. Tells whose score changes; with --out reports are written.")
  private @Nullable Path rejudge;

  @Option(
      names = "--rerun",
      description =
          "Grade all in the folder once more, and tell whose score changes. What was graded is"
              + " kept as grading-1.jsonl, and so on.")
  private boolean rerun;

  /** The folder whose evidence is judged. */
  Optional<Path> rejudge() {
    return Optional.ofNullable(rejudge);
  }

  boolean rerun() {
    return rerun;
  }

  /** On which engines a folder's results were graded, as far as it tells. */
  static Results.Setting setting(Path folder) throws IOException {
    Optional<Results.Setting> told = told(folder.resolve("results.json"));
    if (told.isPresent()) {
      return told.get();
    }
    return Grading.trust(folder)
        .map(it -> new Results.Setting("", it.word(), it.stops(), it.lets(), false, false, false))
        .orElse(new Results.Setting("", "unknown", "", "", false, false, false));
  }

  /** Another report may be there under this name. */
  private static Optional<Results.Setting> told(Path file) throws IOException {
    try {
      return Files.exists(file)
          ? Optional.of(ResultsForm.results(Files.readString(file)).setting())
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Tells whose standing is another one now. */
  static void tell(
      List<Scorecard> before,
      Results now,
      ClassResults ofClass,
      Assignment assignment,
      PrintWriter to) {
    Map<String, Scorecard> old =
        ofClass.of(before, assignment).stream()
            .collect(Collectors.toMap(Scorecard::submission, Function.identity()));
    int changed = 0;
    for (Scorecard card : now.submissions()) {
      String is = standing(card);
      String was =
          Optional.ofNullable(old.get(card.submission()))
              .map(GradeAgain::standing)
              .orElse("not graded");
      if (!is.equals(was)) {
        changed++;
        to.println("%s: %s, now %s".formatted(SafeText.of(card.submission()), was, is));
        card.notes().stream()
            .filter(note -> note.contains("`--rerun`"))
            .forEach(note -> to.println("  " + SafeText.of(note)));
      }
    }
    for (Scorecard card : now.submissions()) {
      card.notes().stream()
          .filter(note -> note.endsWith(NOT_JUDGED))
          .forEach(
              note ->
                  to.println(
                      "%s: %s".formatted(SafeText.of(card.submission()), SafeText.of(note))));
    }
    to.println(
        changed == 1
            ? "1 of %s results changes.".formatted(now.submissions().size())
            : "%s of %s results change.".formatted(changed, now.submissions().size()));
    to.flush();
  }

  private static String standing(Scorecard card) {
    return card.status().word() + " with " + card.points().words();
  }
}
