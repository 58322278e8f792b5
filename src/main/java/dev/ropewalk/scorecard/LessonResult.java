package dev.ropewalk.scorecard;

import dev.ropewalk.lesson.LessonId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What came of one lesson.
 *
 * @param points by the weight of the lesson
 * @param says why there is no more to tell, for instance that nothing was handed in for it; may be
 *     empty
 * @param values of {@code vary}, with which it was judged, by name; none in results that were
 *     written without
 */
public record LessonResult(
    LessonId id,
    String title,
    Status status,
    Points points,
    String says,
    SortedMap<String, String> values,
    List<StepResult> steps) {
  public LessonResult {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values == null ? Map.of() : values));
    steps = List.copyOf(steps);
  }

  /** The same with other words in the place of all that a student may have written. */
  public LessonResult in(UnaryOperator<String> words) {
    return new LessonResult(
        id,
        title,
        status,
        points,
        words.apply(says),
        values,
        steps.stream().map(step -> step.in(words)).toList());
  }
}
