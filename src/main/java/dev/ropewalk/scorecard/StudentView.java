package dev.ropewalk.scorecard;

import java.util.List;

/**
 * What a student may see of their own results. Steps that are not shown yet are left out, and count
 * neither for the points nor for how it stands, so that nothing can be told about them.
 *
 * @param card with what is shown
 * @param whole whether nothing is left out
 */
public record StudentView(Scorecard card, boolean whole) {
  /** That of a submission. */
  public static StudentView of(Scorecard card, Results.Setting setting) {
    List<LessonResult> lessons =
        card.lessons().stream()
            .map(lesson -> shown(lesson, setting))
            .filter(lesson -> !lesson.steps().isEmpty() || !lesson.says().isEmpty())
            .toList();
    if (lessons.equals(card.lessons())) {
      return new StudentView(with(card, card.status(), card.points(), lessons), true);
    }
    Points points = Points.sum(lessons.stream().map(LessonResult::points));
    return new StudentView(
        with(
            card,
            lessons.isEmpty()
                ? Status.BLOCKED
                : Status.of(lessons.stream().map(LessonResult::status).toList()),
            points.without(card.late().percent()),
            lessons),
        false);
  }

  private static LessonResult shown(LessonResult lesson, Results.Setting setting) {
    List<StepResult> steps =
        lesson.steps().stream().filter(step -> setting.shows(step.visible())).toList();
    return steps.size() == lesson.steps().size()
        ? lesson
        : new LessonResult(
            lesson.id(),
            lesson.title(),
            Status.of(steps.stream().map(StepResult::status).toList()),
            Points.sum(steps.stream().map(StepResult::points)),
            lesson.says(),
            steps);
  }

  /** Where the evidence lies is the teacher's. */
  private static Scorecard with(
      Scorecard card, Status status, Points points, List<LessonResult> lessons) {
    return new Scorecard(
        card.submission(),
        card.student(),
        card.submitted(),
        card.sha256(),
        status,
        points,
        card.late(),
        card.seed(),
        card.attempts(),
        card.times(),
        card.notes(),
        lessons,
        List.of());
  }
}
