package dev.ropewalk.shell;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A command line that has been run.
 *
 * @param line as it was given
 * @param exitCode what {@code $?} is after it; 128 and the signal's number for what a signal ended;
 *     124 for a line that ran out of time, as {@code timeout} has it
 * @param directory where the shell stands afterwards; it need not exist any more
 * @param output {@link Output#NONE} on the own terminal, which has shown it
 */
public record Finished(
    String line,
    int exitCode,
    Path directory,
    Instant started,
    Instant ended,
    Ending ending,
    Output output) {

  /** How it came to an end. */
  public enum Ending {
    /** By itself or by the learner's keys; the shell lives on. */
    COMPLETED,
    /**
     * It ended the shell: {@code exit}, {@code exec} or a signal. The next line gets a new one in
     * the same directory, without the variables, functions and jobs of the old.
     */
    SHELL_ENDED,
    /** It was ended because its time was over. A shell that would not let go of it was replaced. */
    TIMED_OUT
  }
}
