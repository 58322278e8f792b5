package dev.ropewalk.report;

import dev.ropewalk.scorecard.CheckResult;
import dev.ropewalk.scorecard.LessonResult;
import dev.ropewalk.scorecard.Points;
import dev.ropewalk.scorecard.Scorecard;
import dev.ropewalk.scorecard.Status;
import dev.ropewalk.scorecard.StepResult;
import dev.ropewalk.scorecard.Visible;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What has points of its own: a step, or a lesson of which no step was judged.
 *
 * @param name of the lesson, and of the step
 * @param says why there is no more to tell; may be empty
 */
record Portion(
    String name,
    Status status,
    Points points,
    Visible visible,
    String says,
    List<CheckResult> checks) {
  Portion {
    checks = List.copyOf(checks);
  }

  /** All of a submission, in order. */
  static List<Portion> of(Scorecard card) {
    return card.lessons().stream().flatMap(Portion::of).toList();
  }

  private static Stream<Portion> of(LessonResult lesson) {
    return lesson.steps().isEmpty()
        ? Stream.of(
            new Portion(
                lesson.title(),
                lesson.status(),
                lesson.points(),
                Visible.ALWAYS,
                lesson.says(),
                List.of()))
        : lesson.steps().stream().map(step -> of(lesson, step));
  }

  private static Portion of(LessonResult lesson, StepResult step) {
    return new Portion(
        lesson.title() + ": " + step.title(),
        step.status(),
        step.points(),
        step.visible(),
        step.says(),
        step.checks());
  }

  /** How it stands and why, on several lines. */
  String text() {
    return Stream.concat(
            says.isEmpty() ? Stream.of() : Stream.of(says), checks.stream().map(Portion::text))
        .collect(Collectors.joining("\n"));
  }

  private static String text(CheckResult check) {
    StringBuilder text = new StringBuilder(check.status().word() + ": " + check.sentence());
    line(text, "expected", check.expected());
    line(text, "found", check.found());
    line(text, "why", check.says());
    line(text, "to do", check.remedy());
    return text.toString();
  }

  private static void line(StringBuilder text, String what, String says) {
    if (!says.isEmpty()) {
      text.append("\n  ").append(what).append(": ").append(Harmless.line(says));
    }
  }
}
