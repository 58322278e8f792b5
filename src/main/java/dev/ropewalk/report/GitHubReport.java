package dev.ropewalk.report;

import static dev.ropewalk.report.Harmless.markdown;
import static dev.ropewalk.report.Harmless.message;
import static dev.ropewalk.report.Harmless.property;

import dev.ropewalk.scorecard.Points;
import dev.ropewalk.scorecard.Results;
import dev.ropewalk.scorecard.Scorecard;
import dev.ropewalk.scorecard.Status;
import dev.ropewalk.scorecard.StudentView;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a job of GitHub Actions appends to {@code $GITHUB_OUTPUT} and {@code $GITHUB_STEP_SUMMARY},
 * and what it prints, so that the page of the run has annotations. Students read all of it: it has
 * no more than they may see.
 */
record GitHubReport() implements Report {
  /** A summary of more than a mebibyte is refused by GitHub. */
  private static final int MOST = 300_000;

  @Override
  public String name() {
    return "github";
  }

  @Override
  public List<File> files(Results results) {
    List<StudentView> views =
        results.submissions().stream()
            .map(card -> StudentView.of(card, results.setting()))
            .toList();
    List<Scorecard> cards = views.stream().map(StudentView::card).toList();
    return List.of(
        new File("github/output.txt", output(results, cards)),
        new File("github/annotations.txt", annotations(cards)),
        new File("github/summary.md", summary(results, views)));
  }

  /** None of it is anybody's words. */
  private static String output(Results results, List<Scorecard> cards) {
    StringBuilder lines = new StringBuilder();
    lines.append("submissions=%s\n".formatted(cards.size()));
    for (Status status : Status.values()) {
      long count = cards.stream().filter(card -> card.status() == status).count();
      lines.append("%s=%s\n".formatted(status.word(), count));
    }
    Points points = Points.sum(cards.stream().map(Scorecard::points));
    lines.append("points=%s\n".formatted(Points.text(points.earned())));
    lines.append("max_points=%s\n".formatted(Points.text(points.of())));
    return lines
        .append("trust=%s\n".formatted(Harmless.line(results.setting().trust())))
        .toString();
  }

  private static String annotations(List<Scorecard> cards) {
    StringBuilder lines = new StringBuilder();
    for (Scorecard card : cards) {
      for (Case each : Case.of(card)) {
        String level = level(each.status());
        if (!level.isEmpty()) {
          List<String> where =
              Stream.concat(Stream.of(card.submission()), each.suite().stream()).toList();
          lines.append(
              "::%s title=%s::%s\n"
                  .formatted(level, property(String.join("/", where)), message(words(each))));
        }
      }
    }
    return lines.toString();
  }

  private static String level(Status status) {
    return switch (status) {
      case PASSED -> "";
      case FAILED, MISSING, ERRORED -> "error";
      case BLOCKED -> "notice";
    };
  }

  private static String words(Case each) {
    String found =
        each.expected().isEmpty() && each.found().isEmpty()
            ? ""
            : "\nexpected: %s\nfound: %s"
                .formatted(Harmless.line(each.expected()), Harmless.line(each.found()));
    return "%s: %s%s\n%s".formatted(each.status().word(), each.name(), found, each.why()).strip();
  }

  private static String summary(Results results, List<StudentView> views) {
    StringBuilder text = new StringBuilder();
    text.append("## %s\n\n".formatted(markdown(results.task())));
    text.append("| submission | how it stands | points |\n| --- | --- | --- |\n");
    for (StudentView view : views) {
      text.append(
          "| %s | %s | %s%s |\n"
              .formatted(
                  markdown(view.card().submission()),
                  view.card().status().word(),
                  view.card().points().words(),
                  view.later() ? ", and more that is shown later" : ""));
    }
    for (StudentView view : views) {
      if (text.length() > MOST) {
        text.append("\nThere is no room for more here.\n");
        break;
      }
      details(text, view.card());
    }
    return text.append(
            "\nGraded on engines of the level %s. %s %s\n"
                .formatted(
                    markdown(results.setting().trust()),
                    markdown(results.setting().stops()),
                    markdown(results.setting().lets())))
        .toString();
  }

  private static void details(StringBuilder text, Scorecard card) {
    List<Case> open = Case.of(card).stream().filter(it -> it.status() != Status.PASSED).toList();
    if (open.isEmpty()) {
      return;
    }
    text.append("\n### %s\n\n".formatted(markdown(card.submission())));
    text.append("| where | check | | expected | found | why |\n");
    text.append("| --- | --- | --- | --- | --- | --- |\n");
    for (Case each : open) {
      text.append(
          "| %s | %s | %s | %s | %s | %s |\n"
              .formatted(
                  markdown(String.join("/", each.suite())),
                  markdown(each.name()),
                  each.status().word(),
                  markdown(each.expected()),
                  markdown(each.found()),
                  markdown(each.why())));
    }
  }
}
