package dev.ropewalk.proof;

import dev.ropewalk.engine.World;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.Script;
import dev.ropewalk.lesson.Step;

/** A learner's place to play the lessons of a course, on an engine. For one thread. */
public interface Rehearsal extends AutoCloseable {
  /**
   * Begins a step afresh: the steps before it are done by their solutions, and of what was typed
   * since then nothing is left.
   *
   * @throws StepNotReached when a step before it is not done by its solution, or the lesson does
   *     not open
   */
  void open(Lesson lesson, Step step) throws InterruptedException;

  /** Types lines one after the other. */
  LearnerReading type(Script script) throws InterruptedException;

  /** Whether a step of the open lesson is the one to be done. */
  boolean isOpen(Step step) throws InterruptedException;

  /** Whether a step's checks pass now, for a learner who has done nothing. */
  boolean passesUntouched(Step step) throws InterruptedException;

  /** Everything on the engine. */
  World world() throws InterruptedException;

  /** Removes what the open lesson has made. */
  void reset() throws InterruptedException;

  /** Removes what is left, and gives everything back. */
  @Override
  void close() throws InterruptedException;
}
