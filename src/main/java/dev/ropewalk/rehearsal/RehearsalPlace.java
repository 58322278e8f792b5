package dev.ropewalk.rehearsal;

import dev.ropewalk.command.CommandTable;
import dev.ropewalk.environment.LearnerEnvironment;
import dev.ropewalk.play.RecordedLines;
import dev.ropewalk.verify.Judge;
import dev.ropewalk.verify.Witness;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Where lessons are played: an engine with the machine of a learner's shell.
 *
 * @param environment is closed with it
 * @param recorder through which lines go to the engine
 * @param alone whether all that is made on the engine is the lesson's, as where it needs a private
 *     one
 * @param witness looks on while it is judged
 */
public record RehearsalPlace(
    LearnerEnvironment environment, RecordedLines.Start recorder, Alone alone, Witness witness)
    implements AutoCloseable {
  /** A place where nobody looks on. */
  public RehearsalPlace(LearnerEnvironment environment, RecordedLines.Start recorder, Alone alone) {
    this(environment, recorder, alone, Witness.NOBODY);
  }

  /** The same place, with somebody who looks on. */
  public RehearsalPlace watchedBy(Witness other) {
    return new RehearsalPlace(environment, recorder, alone, other);
  }

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
            environment.engine(),
            environment.probes(directory),
            commands,
            alone == Alone.THE_LESSONS)
        .watchedBy(witness);
  }

  @Override
  public void close() {
    environment.close();
  }
}
