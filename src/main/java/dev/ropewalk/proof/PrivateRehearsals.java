package dev.ropewalk.proof;

import dev.ropewalk.command.CommandTable;
import dev.ropewalk.environment.PrivateEngines;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Lesson;

/**
 * Rehearsals on private engines, as many at once as the machine has room for. Each begins with
 * exactly the images that its lesson needs. Safe for use by several threads.
 */
public record PrivateRehearsals(Course course, PrivateEngines engines, CommandTable commands)
    implements Rehearsals {
  /**
   * @throws dev.ropewalk.sandbox.SandboxProblem when no engine can be started
   * @throws dev.ropewalk.environment.ImagesMissing when an image that the lesson needs is to be had
   *     nowhere
   */
  @Override
  public Rehearsal begin(Lesson lesson) throws InterruptedException {
    return new EngineRehearsal(course, engines.start(lesson.needs().images()), commands);
  }

  @Override
  public int most() {
    return engines.most();
  }
}
