package dev.ropewalk.proof;

import dev.ropewalk.lesson.Lesson;

/** Where rehearsals take place. Safe for use by several threads. */
public interface Rehearsals {
  /**
   * Begins one.
   *
   * @param lesson which is played in it
   */
  Rehearsal begin(Lesson lesson) throws InterruptedException;

  /** The same without the images that the lesson needs, where a rehearsal is what brings them. */
  default Rehearsal beginWithoutImages(Lesson lesson) throws InterruptedException {
    return begin(lesson);
  }

  /** How many may go on at once: lessons use fixed names, so that one engine serves only one. */
  int most();
}
