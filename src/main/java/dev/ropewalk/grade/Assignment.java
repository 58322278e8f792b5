package dev.ropewalk.grade;

import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.Seed;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.lesson.StepId;
import dev.ropewalk.scorecard.Results;
import dev.ropewalk.scorecard.Visible;
import dev.ropewalk.text.Sha256;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was to be done, and by which rules it is graded.
 *
 * @param seed from which the values of the lessons are chosen
 */
public record Assignment(
    Course course, List<Part> parts, Seed seed, Manner manner, GradingLimits limits) {
  public Assignment {
    parts = List.copyOf(parts);
  }

  /** A SHA-256 of all that decides about points: what is graded by another is another grading. */
  public String fingerprint() {
    StringBuilder all = new StringBuilder();
    all.append(seed).append(manner).append(limits);
    for (Part part : parts) {
      all.append(part.assigned())
          .append(course.prose(part.lesson().id()).text())
          .append(course.checks(part.lesson().id()).text());
    }
    return Sha256.of(all.toString());
  }

  /**
   * A part with the values that a student had: those of the seed of all, or where there is none,
   * those that were chosen for the student.
   */
  Part chosen(Part part, Optional<Seed> students) {
    return seed.equals(Seed.NONE) && students.isPresent()
        ? new Part(
            course.lesson(part.lesson().id(), students.get()),
            part.points(),
            part.steps(),
            part.visible())
        : part;
  }

  /** Whether words that help are out of reach. */
  public enum Manner {
    PRACTICE,
    EXAM
  }

  /**
   * A lesson of it.
   *
   * @param lesson with the values of the seed
   * @param points its weight
   * @param steps the weights of its steps among each other, where they are not the sum of their
   *     checks' points
   * @param visible when students see what came of a step; {@code always} where nothing is said
   */
  public record Part(
      Lesson lesson, double points, Map<StepId, Double> steps, Map<StepId, Visible> visible) {
    public Part {
      steps = Map.copyOf(steps);
      visible = Map.copyOf(visible);
    }

    /** A lesson that weighs what its checks do. */
    public static Part of(Lesson lesson) {
      int points = lesson.steps().stream().mapToInt(Step::points).sum();
      return new Part(lesson, points, Map.of(), Map.of());
    }

    /** What a step weighs, of the points of the lesson. */
    double points(Step step) {
      double all = lesson.steps().stream().mapToDouble(this::share).sum();
      return all == 0 ? 0 : points * share(step) / all;
    }

    private double share(Step step) {
      return steps.getOrDefault(step.id(), (double) step.points());
    }

    Visible visible(Step step) {
      return visible.getOrDefault(step.id(), Visible.ALWAYS);
    }

    /** As results tell it. */
    public Results.Assigned assigned() {
      return new Results.Assigned(
          lesson.id(),
          lesson.title(),
          points,
          lesson.steps().stream()
              .map(
                  step ->
                      new Results.AssignedStep(
                          step.id(), step.title(), points(step), visible(step)))
              .toList());
    }
  }
}
