package dev.ropewalk.session;

import java.util.Set;

/**
 * What a lesson may need beside the engine, as it is now.
 *
 * @param takenPorts those of the ports that were asked for on which somebody listens
 * @param missingCommands those of the commands that were asked for that the machine lacks
 * @param privateEngine whether the engine is there for the lessons alone
 */
public record MachineFacts(
    Set<Integer> takenPorts, Set<String> missingCommands, boolean privateEngine) {
  /** All ports are free, all commands are there, and the engine is the learner's. */
  public static final MachineFacts USUAL = new MachineFacts(Set.of(), Set.of(), false);

  public MachineFacts {
    takenPorts = Set.copyOf(takenPorts);
    missingCommands = Set.copyOf(missingCommands);
  }
}
