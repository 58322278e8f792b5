package dev.ropewalk.rehearsal;

import dev.ropewalk.engine.Exchange;
import dev.ropewalk.environment.PrivateEngines;
import dev.ropewalk.environment.PrivateEnvironment;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.recorder.Recorder;
import dev.ropewalk.recorder.RecorderUnavailable;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Places with private engines: each has exactly the images that its lesson needs. Safe for use by
 * several threads.
 *
 * @param recorder starts one for an engine
 */
public record PrivatePlaces(PrivateEngines engines, PrivateRecorder recorder) {
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
   * A new place for a lesson.
   *
   * @throws dev.ropewalk.sandbox.SandboxProblem when no engine can be started
   * @throws dev.ropewalk.environment.ImagesMissing when an image that the lesson needs is to be had
   *     nowhere
   */
  public RehearsalPlace begin(Lesson lesson) throws InterruptedException {
    return begin(lesson, lesson.needs().images());
  }

  /** The same with other images than the lesson needs. */
  public RehearsalPlace begin(Lesson lesson, List<String> images) throws InterruptedException {
    PrivateEnvironment environment = engines.start(images);
    try {
      Path sockets = environment.meetingPoint("lanes");
      return new RehearsalPlace(
          environment,
          (_, listener) -> recorder.start(sockets, environment.socket(), listener),
          lesson.needs().privateEngine()
              ? RehearsalPlace.Alone.THE_LESSONS
              : RehearsalPlace.Alone.ALSO_OTHERS);
    } catch (RuntimeException | InterruptedException e) {
      environment.close();
      throw e;
    }
  }

  /** How many there is room for at once. */
  public int most() {
    return engines.most();
  }
}
