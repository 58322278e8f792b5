package dev.ropewalk.scorecard;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a student may see of their own results. Steps that are not shown yet are left out, and count
 * neither for the points nor for how it stands, so that nothing can be told about them.
 *
 * @param card with what is shown
 * @param whole whether nothing is left out
 * @param later whether some of what is left out will be shown at another time
 */
public record StudentView(Scorecard card, boolean whole, boolean later) {
  /** That of a submission. */
  public static StudentView of(Scorecard card, Results.Setting setting) {
    List<LessonResult> lessons =
        card.lessons().stream()
            .map(lesson -> shown(lesson, setting))
            .filter(lesson -> !lesson.steps().isEmpty() || !lesson.says().isEmpty())
            .toList();
    if (lessons.equals(card.lessons())) {
      return new StudentView(card.draft().evidence(List.of()).card(), true, false);
    }
    Points points = Points.sum(lessons.stream().map(LessonResult::points));
    return new StudentView(
        card.draft()
            .graded(lessons)
            .status(lessons.isEmpty() ? Status.BLOCKED : status(lessons))
            .points(points.without(card.late().percent()))
            .notes(notes(card, setting))
            .evidence(List.of())
            .card(),
        false,
        leftOut(card, setting).stream().anyMatch(step -> step.visible() != Visible.HIDDEN));
  }

  private static List<StepResult> leftOut(Scorecard card, Results.Setting setting) {
    return card.lessons().stream()
        .flatMap(lesson -> lesson.steps().stream())
        .filter(step -> !setting.shows(step.visible()))
        .toList();
  }

  private static Status status(List<LessonResult> lessons) {
    return Status.of(lessons.stream().map(LessonResult::status).toList());
  }

  /** A sentence that names a step which is not shown says something about it. */
  private static List<String> notes(Scorecard card, Results.Setting setting) {
    List<StepResult> hidden = leftOut(card, setting);
    return card.notes().stream()
        .filter(note -> hidden.stream().noneMatch(step -> isNamed(step, note)))
        .toList();
  }

  private static boolean isNamed(StepResult step, String note) {
    return Stream.of(step.id().slug(), step.title())
        .filter(name -> !name.isBlank())
        .anyMatch(name -> isWord(name, note));
  }

  private static boolean isWord(String name, String note) {
    return Pattern.compile("(?<![\\p{L}\\p{N}-])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}-])")
        .matcher(note)
        .find();
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
            lesson.values(),
            steps);
  }
}
