package dev.ropewalk.command;

import java.util.List;

/** Where the help texts of docker come from. */
@FunctionalInterface
public interface HelpSource {
  /**
   * The text that {@code docker PATH --help} prints; empty where there is none.
   *
   * @param path the words of the command, empty for docker itself
   */
  String help(List<String> path);
}
