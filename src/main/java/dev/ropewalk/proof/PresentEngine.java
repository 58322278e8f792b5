package dev.ropewalk.proof;

import dev.ropewalk.command.CommandTable;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.shell.Limits;
import dev.ropewalk.shell.Screen;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Rehearsals on the engine that the docker command uses, one at a time. What is not the lesson's is
 * left alone, but names and ports that the lessons use must be free.
 *
 * @param engine connects to it
 */
public record PresentEngine(Course course, Supplier<? extends Engine> engine, CommandTable commands)
    implements Rehearsals {
  private static final Limits LIMITS = new Limits(Duration.ofSeconds(60), 1 << 20);

  /** What every rehearsal's shell is on. */
  static final Screen SCREEN = new Screen.PseudoTerminal(100, 40, LIMITS);

  @Override
  public Rehearsal begin(Lesson lesson) {
    return new EngineRehearsal(course, new PresentVenue(engine.get(), SCREEN), commands);
  }

  @Override
  public int most() {
    return 1;
  }
}
