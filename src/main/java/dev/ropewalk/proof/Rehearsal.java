package dev.ropewalk.proof;

import dev.ropewalk.engine.World;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.Script;
import dev.ropewalk.lesson.Step;
import java.util.List;

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

  /** Types lines one after the other, and says yes where ropewalk asks whether it is to do so. */
  LearnerReading obey(List<String> lines) throws InterruptedException;

  /**
   * Puts things of somebody else on the engine, if it is there for the rehearsal alone: they must
   * outlive whatever is typed. What goes on is ended.
   */
  void placeNeighbours() throws InterruptedException;

  /**
   * What was on the engine before the lesson and at a moment, and is no longer there as it was.
   *
   * @param moment what was on the engine then
   */
  List<String> lostSince(World moment) throws InterruptedException;

  /** Whether a step of the open lesson is the one to be done. */
  boolean isOpen(Step step) throws InterruptedException;

  /** Whether a step's checks pass now, for a learner who has done nothing. */
  boolean passesUntouched(Step step) throws InterruptedException;

  /**
   * Runs the scripts among a lesson's checks where nobody has done anything but its setup. What
   * that leaves stays, and what is open is closed: the rehearsal is of no more use then.
   */
  List<ScriptRun> scriptsUntouched(Lesson lesson) throws InterruptedException;

  /** Everything on the engine. */
  World world() throws InterruptedException;

  /** Removes what the open lesson has made. */
  void reset() throws InterruptedException;

  /** Removes what is left, and gives everything back. */
  @Override
  void close() throws InterruptedException;
}
