package dev.ropewalk.rehearsal;

import dev.ropewalk.command.CommandTable;
import dev.ropewalk.environment.LearnerEnvironment;
import dev.ropewalk.play.RecordedLines;
import dev.ropewalk.verify.Judge;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Where lessons are played: an engine with the machine of a learner's shell.
 *
 * @param environment is closed with it
 * @param recorder through which lines go to the engine
 * @param alone whether all that is made on the engine is the lesson's, as where it needs a private
 *     one
 */
public record RehearsalPlace(
    LearnerEnvironment environment, RecordedLines.Start recorder, Alone alone)
    implements AutoCloseable {
  /** Whose that is what is on the engine. */
  public enum Alone {
    THE_LESSONS,
    ALSO_OTHERS
  }

  /**
   * Judges the engine.
   *
   * @param directory where the learner is now
   */
  public Judge judge(CommandTable commands, Supplier<Path> directory) {
    return new Judge(
        environment.engine(), environment.probes(directory), commands, alone == Alone.THE_LESSONS);
  }

  @Override
  public void close() {
    environment.close();
  }
}
