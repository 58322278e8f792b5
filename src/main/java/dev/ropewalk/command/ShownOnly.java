package dev.ropewalk.command;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether the programs of a line, docker apart, do no more than show something. */
public final class ShownOnly {
  private static final Set<String> PROGRAMS =
      Set.of(
          ":",
          "true",
          "false",
          "echo",
          "printf",
          "pwd",
          "cd",
          "ls",
          "cat",
          "head",
          "tail",
          "wc",
          "grep",
          "cut",
          "tr",
          "column",
          "less",
          "more",
          "man",
          "help",
          "info",
          "type",
          "which",
          "whereis",
          "whatis",
          "alias",
          "history",
          "clear",
          "date",
          "cal",
          "uptime",
          "uname",
          "hostname",
          "whoami",
          "id",
          "groups",
          "stat",
          "file",
          "du",
          "df",
          "free",
          "ps");

  /** Targets of redirections where nothing is left: no file, or another output of the line. */
  private static final Pattern NO_FILE = Pattern.compile("/dev/(null|stdout|stderr)|&?[0-9-]");

  private ShownOnly() {}

  /**
   * Nothing is run to find it out; what is not known may do anything.
   *
   * @param line as typed
   * @param ran the simple commands that the shell ran for it; empty where the shell does not tell
   */
  public static boolean is(String line, List<String> ran) {
    return is(line) && ran.stream().allMatch(ShownOnly::is);
  }

  private static boolean is(String text) {
    return ShellWords.of(text).commands().stream().allMatch(ShownOnly::is);
  }

  private static boolean is(SimpleCommand command) {
    List<Word> program = command.program();
    return command.redirects().stream().allMatch(it -> NO_FILE.matcher(it.text()).matches())
        && (program.isEmpty()
            || command.isDocker()
            || PROGRAMS.contains(program.getFirst().text()));
  }
}
