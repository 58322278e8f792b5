package dev.ropewalk.report;

import dev.ropewalk.scorecard.CheckResult;
import dev.ropewalk.scorecard.LessonResult;
import dev.ropewalk.scorecard.Results;
import dev.ropewalk.scorecard.Scorecard;
import dev.ropewalk.scorecard.StepResult;
import dev.ropewalk.scorecard.StudentView;
import java.util.List;
import java.util.stream.Collectors;

/** The page that a student gets: what was expected, what was found, why, and what they typed. */
final class StudentPage {
  private StudentPage() {}

  static String of(Scorecard card, Results results) {
    StudentView view = StudentView.of(card, results.setting());
    Scorecard shown = view.card();
    String name = card.student().name();
    Html page = new Html(results.task() + ": " + (name.isEmpty() ? card.submission() : name));
    page.paragraph("%s, %s.".formatted(shown.status().word(), shown.points().words()));
    if (!view.whole()) {
      page.paragraph(
          "Not all steps are shown%s, and those count for nothing here."
              .formatted(view.later() ? " yet" : ""));
    }
    shown.notes().forEach(page::paragraph);
    shown.lessons().forEach(lesson -> lesson(page, lesson));
    page.paragraph(
        "Graded on an engine of the level `%s`. %s %s"
            .formatted(
                results.setting().trust(), results.setting().stops(), results.setting().lets()));
    return page.end();
  }

  private static void lesson(Html page, LessonResult lesson) {
    page.heading(2, "%s: %s".formatted(lesson.title(), lesson.points().words()));
    if (!lesson.says().isEmpty()) {
      page.paragraph(lesson.says());
    }
    if (!lesson.values().isEmpty()) {
      page.paragraph("Your own values: " + values(lesson) + ".");
    }
    for (StepResult step : lesson.steps()) {
      page.heading(
          3, "%s: %s, %s".formatted(step.title(), step.status().word(), step.points().words()));
      if (!step.says().isEmpty()) {
        page.paragraph(step.says());
      }
      if (!step.checks().isEmpty()) {
        page.table(
            List.of("", "check", "expected", "found", "why", "what to do"),
            step.checks().stream().map(StudentPage::row).toList());
      }
      if (!step.commands().isEmpty()) {
        page.typed(
            step.commands().stream().map(StudentPage::typed).collect(Collectors.joining("\n")));
      }
    }
  }

  private static String values(LessonResult lesson) {
    return lesson.values().entrySet().stream()
        .map(value -> "`${%s}` is `%s`".formatted(value.getKey(), value.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static List<String> row(CheckResult check) {
    return List.of(
        Html.status(check.status()),
        Html.prose(check.sentence()),
        Html.prose(check.expected()),
        Html.prose(check.found()),
        Html.prose(check.says()),
        Html.prose(check.remedy()));
  }

  private static String typed(StepResult.Command command) {
    return command.exitCode() > 0
        ? "%s   # exit code %s".formatted(command.line(), command.exitCode())
        : command.line();
  }
}
