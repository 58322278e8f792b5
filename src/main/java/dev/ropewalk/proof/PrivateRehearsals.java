package dev.ropewalk.proof;

import dev.ropewalk.command.CommandTable;
import dev.ropewalk.engine.Exchange;
import dev.ropewalk.environment.PrivateEngines;
import dev.ropewalk.environment.PrivateEnvironment;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.play.RecordedLines;
import dev.ropewalk.recorder.Recorder;
import dev.ropewalk.recorder.RecorderUnavailable;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Rehearsals on private engines, as many at once as the machine has room for. Each begins with
 * exactly the images that its lesson needs, and is played as on a learner's own engine, where not
 * everything is the lesson's; a lesson that needs a private engine, as on one. Safe for use by
 * several threads.
 *
 * @param recorder starts one for an engine
 */
public record PrivateRehearsals(
    Course course, PrivateEngines engines, CommandTable commands, PrivateRecorder recorder)
    implements Rehearsals {
  /** Starts recorders for private engines. */
  public interface PrivateRecorder {
    /**
     * @param folder for its sockets, which is also found inside
     * @param engine the engine's socket
     * @param listener is told what is recorded
     */
    Recorder start(Path folder, Path engine, Consumer<Exchange> listener)
        throws RecorderUnavailable;
  }

  /**
   * @throws dev.ropewalk.sandbox.SandboxProblem when no engine can be started
   * @throws dev.ropewalk.environment.ImagesMissing when an image that the lesson needs is to be had
   *     nowhere
   */
  @Override
  public Rehearsal begin(Lesson lesson) throws InterruptedException {
    return begin(lesson, lesson.needs().images());
  }

  @Override
  public Rehearsal beginWithoutImages(Lesson lesson) throws InterruptedException {
    return begin(lesson, List.of());
  }

  private Rehearsal begin(Lesson lesson, List<String> images) throws InterruptedException {
    PrivateEnvironment environment = engines.start(images);
    Path sockets = environment.meetingPoint("lanes");
    RecordedLines.Start start =
        (_, listener) -> recorder.start(sockets, environment.socket(), listener);
    return new EngineRehearsal(
        course, environment, commands, start, lesson.needs().privateEngine());
  }

  @Override
  public int most() {
    return engines.most();
  }
}
