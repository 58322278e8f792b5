package dev.ropewalk.shell;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A command line that has been run.
 *
 * @param line as it was given
 * @param exitCode what {@code $?} is after it; 128 and the signal's number for what a signal ended;
 *     124 for a line that ran out of time, as {@code timeout} has it
 * @param directory where the shell stands afterwards; it need not exist any more
 * @param output {@link Output#NONE} on the own terminal, which has shown it
 * @param commands the simple commands that bash itself ran for the line, those of its
 *     substitutions, functions and subshells too, after expansion and in the order in which bash
 *     came to them (that of a pipeline's members is left to chance); each quoted for a shell. An
 *     assignment is one of its own, also where it stands before a command. Redirections are left
 *     out, and so is what programs run, scripts for instance; of a background job there is what it
 *     did until the line ended. Past 64 KiB the rest is missing. Empty where bash does not tell:
 *     before bash 4.4, without GNU {@code dd}, for a line about tracing itself, and while the
 *     learner traces
 * @param pipe the exit codes of the pipe that bash came to last, member by member; of one alone
 *     where that was none. Empty where they were not asked for ({@link PipeCodes}), or where the
 *     line was broken off
 */
public record Finished(
    String line,
    int exitCode,
    Path directory,
    Instant started,
    Instant ended,
    Ending ending,
    Output output,
    List<String> commands,
    List<Integer> pipe) {
  public Finished {
    pipe = List.copyOf(pipe);
    commands = List.copyOf(commands);
  }

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
