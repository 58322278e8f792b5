package dev.ropewalk.report;

import static dev.ropewalk.report.Harmless.line;
import static dev.ropewalk.report.Harmless.lines;

import dev.ropewalk.scorecard.Results;
import dev.ropewalk.scorecard.Scorecard;
import dev.ropewalk.scorecard.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The Common Test Report Format: a test for each check, in the suite of its submission. A blocked
 * check is skipped, and our own trouble is {@code other}.
 */
record CtrfReport() implements Report {
  @Override
  public String name() {
    return "ctrf";
  }

  @Override
  public List<File> files(Results results) {
    List<Map<String, Object>> tests = new ArrayList<>();
    for (Scorecard card : results.submissions()) {
      Case.of(card).forEach(each -> tests.add(test(card.submission(), each)));
    }
    Map<String, Object> report =
        JsonText.object(
            "reportFormat", "CTRF",
            "specVersion", "0.0.0",
            "timestamp", results.graded().toString(),
            "generatedBy", "ropewalk",
            "results",
                JsonText.object(
                    "tool",
                    tool(results),
                    "summary",
                    summary(results, tests),
                    "tests",
                    tests,
                    "environment",
                    environment(results.setting())));
    return List.of(new File("ctrf.json", JsonText.write(report)));
  }

  private static Map<String, Object> tool(Results results) {
    return results.ropewalk().isEmpty()
        ? JsonText.object("name", "ropewalk")
        : JsonText.object("name", "ropewalk", "version", line(results.ropewalk()));
  }

  private static Map<String, Object> environment(Results.Setting setting) {
    return JsonText.object(
        "extra", JsonText.object("trust", line(setting.trust()), "engine", line(setting.engine())));
  }

  private static Map<String, Object> summary(Results results, List<Map<String, Object>> tests) {
    long took =
        results.submissions().stream()
            .map(Scorecard::times)
            .mapToLong(times -> times.commands() + times.ours())
            .sum();
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("tests", tests.size());
    for (String status : List.of("passed", "failed", "skipped", "pending", "other")) {
      summary.put(status, tests.stream().filter(test -> status.equals(test.get("status"))).count());
    }
    summary.put("suites", results.submissions().size());
    summary.put("start", results.graded().toEpochMilli() - took);
    summary.put("stop", results.graded().toEpochMilli());
    return summary;
  }

  private static Map<String, Object> test(String submission, Case each) {
    List<String> suite = new ArrayList<>(List.of(line(submission)));
    suite.addAll(each.suite());
    Map<String, Object> test =
        JsonText.object(
            "name", line(each.name()),
            "status", status(each.status()),
            "duration", 0,
            "suite", suite,
            "rawStatus", each.status().word());
    if (!each.why().isEmpty()) {
      test.put("message", lines(each.why()));
    }
    if (!each.expected().isEmpty() || !each.found().isEmpty()) {
      test.put(
          "extra",
          JsonText.object(
              "diagnosis",
              each.kind(),
              "expected",
              lines(each.expected()),
              "found",
              lines(each.found())));
    }
    return test;
  }

  private static String status(Status status) {
    return switch (status) {
      case PASSED -> "passed";
      case FAILED, MISSING -> "failed";
      case BLOCKED -> "skipped";
      case ERRORED -> "other";
    };
  }
}
