package dev.ropewalk.lesson;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What must be there before a lesson opens.
 *
 * @param images that the engine must have
 * @param free what must not be taken
 * @param commands that the learner's machine must have: of each list one
 * @param privateEngine whether the engine must be there for the lesson alone
 * @param trust the lowest level of trust of engines that it may be graded on, a word of {@link
 *     CheckFile#TRUST}; empty where each will do
 */
public record Needs(
    List<String> images,
    Free free,
    List<List<String>> commands,
    boolean privateEngine,
    String trust) {
  /** Nothing. */
  public static final Needs NOTHING = new Needs(List.of(), Free.NOTHING, List.of(), false, "");

  public Needs {
    images = List.copyOf(images);
    commands = commands.stream().map(List::copyOf).toList();
  }

  /**
   * What must not be taken.
   *
   * @param names that no container may have
   * @param ports of the host that nobody may listen on
   * @param volumes names that no volume may have
   * @param networks names that no network may have
   * @param images names that no image may have
   */
  public record Free(
      List<String> names,
      List<Integer> ports,
      List<String> volumes,
      List<String> networks,
      List<String> images) {
    /** All of it may be. */
    public static final Free NOTHING =
        new Free(List.of(), List.of(), List.of(), List.of(), List.of());

    public Free {
      names = List.copyOf(names);
      ports = List.copyOf(ports);
      volumes = List.copyOf(volumes);
      networks = List.copyOf(networks);
      images = List.copyOf(images);
    }
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
        Set.copyOf(free.ports()),
        commands.stream().flatMap(List::stream).collect(Collectors.toSet()));
  }
}
