package dev.ropewalk.practice;

import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.StepId;

/** A step to be practised by itself. */
public record Drill(LessonId lesson, StepId step) {
  @Override
  public String toString() {
    return lesson.slug() + "/" + step.slug();
  }
}
