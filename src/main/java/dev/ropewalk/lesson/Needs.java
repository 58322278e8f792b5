package dev.ropewalk.lesson;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What must be there before a lesson opens.
 *
 * @param images that the engine must have
 * @param names that no container may have
 * @param ports of the host that nobody may listen on
 * @param commands that the learner's machine must have: of each list one
 * @param privateEngine whether the engine must be there for the lesson alone
 */
public record Needs(
    List<String> images,
    List<String> names,
    List<Integer> ports,
    List<List<String>> commands,
    boolean privateEngine) {
  /** Nothing. */
  public static final Needs NOTHING = new Needs(List.of(), List.of(), List.of(), List.of(), false);

  public Needs {
    images = List.copyOf(images);
    names = List.copyOf(names);
    ports = List.copyOf(ports);
    commands = commands.stream().map(List::copyOf).toList();
  }

  /**
   * What of this machine must be looked at to know whether all is there.
   *
   * @param ports whether somebody listens there
   * @param commands whether the machine has them
   */
  public record Question(Set<Integer> ports, Set<String> commands) {
    /** Nothing but the engine. */
    public static final Question NONE = new Question(Set.of(), Set.of());

    public Question {
      ports = Set.copyOf(ports);
      commands = Set.copyOf(commands);
    }
  }

  /** What to look at. */
  public Question question() {
    return new Question(
        Set.copyOf(ports), commands.stream().flatMap(List::stream).collect(Collectors.toSet()));
  }
}
