package dev.ropewalk.report;

import static dev.ropewalk.report.Harmless.line;
import static dev.ropewalk.report.Harmless.lines;

import dev.ropewalk.scorecard.Results;
import dev.ropewalk.scorecard.Scorecard;
import dev.ropewalk.scorecard.Status;
import dev.ropewalk.scorecard.StudentView;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The {@code result.json} that an autograder of Classroom 50 leaves for its runner, which gives it
 * the names of the repository in its environment. It is published in the student's repository, so
 * it has no more than students may see. Points are whole there, and are rounded.
 *
 * @param environment of the process
 */
record Classroom50Report(Map<String, String> environment) implements Report {
  private static final List<String> NEEDED =
      List.of("CLASSROOM", "ASSIGNMENT", "SUBMISSION_TAG", "COMMIT_URL", "RELEASE_URL");

  Classroom50Report {
    environment = Map.copyOf(environment);
  }

  @Override
  public String name() {
    return "classroom50";
  }

  @Override
  public Optional<String> obstacle() {
    List<String> missing =
        Stream.concat(NEEDED.stream(), Stream.of("OWNER"))
            .filter(it -> value(it).isEmpty())
            .toList();
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of("the runner of Classroom 50 has not set " + String.join(", ", missing));
  }

  @Override
  public List<File> files(Results results) {
    return results.submissions().stream()
        .filter(card -> card.status() != Status.ERRORED && card.status() != Status.MISSING)
        .map(
            card ->
                new File(
                    "classroom50/" + Report.fileName(card.submission()) + ".json",
                    JsonText.write(
                        result(StudentView.of(card, results.setting()).card(), results.graded()))))
        .toList();
  }

  private Map<String, Object> result(Scorecard card, Instant graded) {
    String commit = value("COMMIT_URL");
    String review = value("REVIEW_URL");
    String type = value("ASSIGNMENT_TYPE");
    return JsonText.object(
        "schema", "classroom50/result/v1",
        "classroom", value("CLASSROOM"),
        "assignment", value("ASSIGNMENT"),
        "assignment_type", type.isEmpty() ? "individual" : type,
        "owner", value("OWNER"),
        "submission", value("SUBMISSION_TAG"),
        "commit", commit,
        "release", value("RELEASE_URL"),
        "review", review.isEmpty() ? commit : review,
        "datetime", second(Objects.requireNonNullElse(card.submitted(), graded)),
        "graded_at", second(graded),
        "score", Math.round(card.points().earned()),
        "max-score", Math.round(card.points().of()),
        "tests", Portion.of(card).stream().map(Classroom50Report::test).toList());
  }

  private static Map<String, Object> test(Portion each) {
    return JsonText.object(
        "test-name", line(each.name()),
        "passed", each.status() == Status.PASSED,
        "score", Math.round(each.points().earned()),
        "max-score", Math.round(each.points().of()),
        "output", lines(each.text()));
  }

  private static String second(Instant moment) {
    return moment.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** The runner gives the owner by an older name, too. */
  private String value(String name) {
    String value = environment.getOrDefault(name, "");
    return line(
        value.isEmpty() && name.equals("OWNER") ? environment.getOrDefault("USERNAME", "") : value);
  }
}
