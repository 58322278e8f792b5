package dev.ropewalk.proof;

import dev.ropewalk.command.CommandTable;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.rehearsal.PrivatePlaces;
import java.util.List;

/**
 * Rehearsals on private engines, as many at once as the machine has room for. Each begins with
 * exactly the images that its lesson needs, and is played as on a learner's own engine, where not
 * everything is the lesson's; a lesson that needs a private engine, as on one. Safe for use by
 * several threads.
 */
public record PrivateRehearsals(Course course, PrivatePlaces places, CommandTable commands)
    implements Rehearsals {
  /**
   * @throws dev.ropewalk.sandbox.SandboxProblem when no engine can be started
   * @throws dev.ropewalk.environment.ImagesMissing when an image that the lesson needs is to be had
   *     nowhere
   */
  @Override
  public Rehearsal begin(Lesson lesson) throws InterruptedException {
    return new EngineRehearsal(course, places.begin(lesson), commands);
  }

  @Override
  public Rehearsal beginWithoutImages(Lesson lesson) throws InterruptedException {
    return new EngineRehearsal(course, places.begin(lesson, List.of()), commands);
  }

  @Override
  public int most() {
    return places.most();
  }
}
