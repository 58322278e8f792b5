package dev.ropewalk.grade;

import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.rehearsal.RehearsalPlace;
import java.time.Duration;

/** Hands out places to grade in, each new, and for one lesson. Safe for use by several threads. */
public interface Places extends AutoCloseable {
  /**
   * One in which nobody has been before.
   *
   * @throws dev.ropewalk.sandbox.SandboxProblem when there is none to be had
   */
  Place take(Lesson lesson) throws InterruptedException;

  /**
   * One will be taken for this lesson before long, after those that were told of earlier: it may be
   * made ready.
   */
  default void expect(Lesson lesson) {}

  /** Takes a place back, whose work is over. It ends, perhaps after this has returned. */
  default void giveBack(Place place) {
    place.place().close();
  }

  /** The version of the engines; empty before the first was taken. */
  String engine();

  /** How far a submission is kept from the machine. */
  String trust();

  @Override
  void close();

  /**
   * A place.
   *
   * @param starting how long it took to make
   */
  record Place(RehearsalPlace place, Duration starting) {}
}
