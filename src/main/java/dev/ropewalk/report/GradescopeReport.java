package dev.ropewalk.report;

import static dev.ropewalk.report.Harmless.line;
import static dev.ropewalk.report.Harmless.lines;

import dev.ropewalk.scorecard.Results;
import dev.ropewalk.scorecard.Scorecard;
import dev.ropewalk.scorecard.Status;
import dev.ropewalk.scorecard.Visible;
import java.util.List;
import java.util.Map;

/**
 * What Gradescope reads as {@code results.json}, for each submission: a test for each step, with
 * its points. Gradescope itself hides what students may not see yet. Where our own trouble kept a
 * submission from being graded there is no file, which Gradescope tells the teacher: a score would
 * be a zero.
 */
record GradescopeReport() implements Report {
  @Override
  public String name() {
    return "gradescope";
  }

  @Override
  public List<File> files(Results results) {
    return results.submissions().stream()
        .filter(card -> card.status() != Status.ERRORED && card.status() != Status.MISSING)
        .map(
            card ->
                new File(
                    "gradescope/" + Report.fileName(card.submission()) + ".json",
                    JsonText.write(submission(card, results.setting()))))
        .toList();
  }

  private static Map<String, Object> submission(Scorecard card, Results.Setting setting) {
    return JsonText.object(
        "score",
        card.points().earned(),
        "execution_time",
        (card.times().commands() + card.times().ours()) / 1000,
        "output",
        lines(String.join("\n", card.notes())),
        "output_format",
        "text",
        "test_output_format",
        "text",
        "test_name_format",
        "text",
        "stdout_visibility",
        "hidden",
        "tests",
        Portion.of(card).stream().map(each -> test(each, setting)).toList());
  }

  private static Map<String, Object> test(Portion each, Results.Setting setting) {
    return JsonText.object(
        "name", line(each.name()),
        "score", each.points().earned(),
        "max_score", each.points().of(),
        "status", each.status() == Status.PASSED ? "passed" : "failed",
        "output", lines(each.text()),
        "visibility", setting.shows(each.visible()) ? "visible" : visibility(each.visible()));
  }

  private static String visibility(Visible visible) {
    return switch (visible) {
      case ALWAYS -> "visible";
      case AFTER_DUE -> "after_due_date";
      case AFTER_PUBLISHED -> "after_published";
      case HIDDEN -> "hidden";
    };
  }
}
