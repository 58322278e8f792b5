package dev.ropewalk.shell;

import java.util.regex.Pattern;

/** Whether bash has just refused to leave because of stopped jobs. One thread. */
final class RefusedExit {
  private static final Pattern EXIT = Pattern.compile("\\s*(exit|logout)(\\s+\\d+)?\\s*");

  private boolean refused;

  /** The text of a line: of a second {@code exit} in a row, one that bash obeys. */
  String text(String line) {
    return refused && isExit(line) ? BashScripts.insisting(line.strip()) : line;
  }

  void after(String line, ShellEvent event) {
    refused = isExit(line) && event instanceof ShellEvent.Ready;
  }

  private static boolean isExit(String line) {
    return EXIT.matcher(line).matches();
  }
}
