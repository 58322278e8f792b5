package dev.ropewalk.proof;

import dev.ropewalk.command.CommandTable;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.environment.PresentEnvironment;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.play.RecordedLines;
import dev.ropewalk.rehearsal.RehearsalPlace;
import java.util.function.Supplier;

/**
 * Rehearsals on the engine that the docker command uses, one at a time. What is not the lesson's is
 * left alone, but names and ports that the lessons use must be free.
 *
 * @param engine connects to it
 * @param recorder starts one for it
 */
public record PresentRehearsals(
    Course course,
    Supplier<? extends Engine> engine,
    CommandTable commands,
    RecordedLines.Start recorder)
    implements Rehearsals {
  @Override
  public Rehearsal begin(Lesson lesson) {
    return new EngineRehearsal(
        course,
        new RehearsalPlace(
            PresentEnvironment.rehearsed(engine.get()), recorder, RehearsalPlace.Alone.ALSO_OTHERS),
        commands);
  }

  @Override
  public int most() {
    return 1;
  }
}
