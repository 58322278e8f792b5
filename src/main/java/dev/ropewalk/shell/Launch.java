package dev.ropewalk.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a bash is started on a kind of screen. Its standard input is always our feed; its reports,
 * and its output where that is captured, go into a FIFO. All that it needs of us is opened on this
 * side of the {@link ShellPlace}, where the names are known.
 */
final class Launch {
  /** The open file that is the trace's pipe. */
  static final String TRACE = "58";

  /** The open file that is read by lines, or by the pseudo-terminal that they are on. */
  static final String INPUT = "57";

  /** What is read where nothing is to be read. */
  static final Path NOTHING = Path.of("/dev/null");

  // bash would cut the learner's history file down to its default size on start: HISTFILE empty
  // prevents that.
  private static final List<String> BASH =
      List.of("bash", "--noediting", "--norc", "+H", "+o", "history", "-i");
  private static final Path ANYWHERE = Path.of("/");
  private static final String OPENING = "exec TRACE<>\"$1\" INPUT<\"$2\" && shift 2 && exec \"$@\"";
  // The folder itself or the nearest one above it that is still there; here, where we are. The
  // name is spelt in ASCII: Java cannot hand every name on in every locale.
  private static final String STANDING =
      """
      eval "set -- $1 \\"\\${@:2}\\""
      [ "$1" = . ] || until cd -- "${1:-/}"; do set -- "${1%/*}" "${@:2}"; done 2>/dev/null
      shift; unset OLDPWD
      env --default-signal=INT,QUIT true 2>/dev/null && set -- env --default-signal=INT,QUIT "$@"
      """;
  private static final String ON_OUR_TERMINAL = "exec \"$@\"";
  // Without a session of its own an interactive bash would grab the terminal that we happen to run
  // in.
  private static final String IN_ITS_OWN_SESSION =
      "command -v setsid >/dev/null && exec setsid \"$@\"; exec \"$@\"";
  // script connects the pseudo-terminal with its standard input and output; our feed goes around
  // it.
  private static final String ON_A_PSEUDO_TERMINAL =
      "exec script -q -e -f -c \"exec $* <&3 3<&-\" /dev/null 3<&0 <&INPUT INPUT<&-";

  private Launch() {}

  /**
   * Starts it.
   *
   * @param directory a word as bash reads it
   * @param input what is opened for {@link #INPUT}
   */
  static Process start(ShellSetting setting, String directory, Path reports, Path trace, Path input)
      throws IOException {
    Map<String, String> variables = variables(setting);
    List<String> command = new ArrayList<>(bash(OPENING));
    command.addAll(List.of(trace.toString(), input.toString()));
    command.addAll(
        setting.place().enter(ANYWHERE, variables, standing(directory, setting.screen())));
    var builder = new ProcessBuilder(command);
    builder.redirectOutput(
        setting.screen() instanceof Screen.OwnTerminal
            ? ProcessBuilder.Redirect.INHERIT
            : ProcessBuilder.Redirect.to(reports.toFile()));
    builder.redirectError(ProcessBuilder.Redirect.to(reports.toFile()));
    builder.environment().putAll(variables);
    return builder.start();
  }

  private static Map<String, String> variables(ShellSetting setting) {
    var variables = new HashMap<String, String>();
    if (setting.screen() instanceof Screen.PseudoTerminal) {
      if (System.getenv("TERM") == null) {
        variables.put("TERM", "xterm");
      }
      // script's, for the words above; any other might be no POSIX shell
      variables.put("SHELL", "/bin/sh");
    }
    variables.putAll(setting.environment());
    variables.put("HISTFILE", "");
    return variables;
  }

  private static List<String> standing(String directory, Screen screen) {
    var start =
        switch (screen) {
          case Screen.OwnTerminal() -> ON_OUR_TERMINAL;
          case Screen.Captured _ -> IN_ITS_OWN_SESSION;
          case Screen.PseudoTerminal _ -> ON_A_PSEUDO_TERMINAL;
        };
    List<String> command = new ArrayList<>(bash(STANDING + start));
    command.add(directory);
    command.addAll(BASH);
    return command;
  }

  /** Privileged, it takes nothing from the environment ({@code BASH_ENV}), and hands all on. */
  private static List<String> bash(String script) {
    return List.of(
        "bash", "-p", "-c", script.replace("TRACE", TRACE).replace("INPUT", INPUT), "ropewalk");
  }
}
