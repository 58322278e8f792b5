package dev.ropewalk.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Where the learner's shell runs, such as on a private machine. Open files, and with them the
 * terminal, are the same there; names of files and process ids may mean others.
 */
@FunctionalInterface
public interface ShellPlace {
  /** The files, processes and environment of this process. */
  ShellPlace HERE = (_, _, command) -> command;

  /**
   * The command line, to be started here, that runs a command there. Its open files are those of
   * the process that is started, it is a descendant of it, and its end is its own.
   *
   * @param directory a folder there in which it starts
   * @param variables are in its environment, beside what the place gives
   */
  List<String> enter(Path directory, Map<String, String> variables, List<String> command);
}
