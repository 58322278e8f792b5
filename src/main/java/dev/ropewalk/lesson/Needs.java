package dev.ropewalk.lesson;

import java.util.List;

/**
 * What must be there before a lesson opens.
 *
 * @param images that the engine must have
 * @param names that no container may have
 * @param ports of the host that nobody may listen on
 */
public record Needs(List<String> images, List<String> names, List<Integer> ports) {
  /** Nothing. */
  public static final Needs NOTHING = new Needs(List.of(), List.of(), List.of());

  public Needs {
    images = List.copyOf(images);
    names = List.copyOf(names);
    ports = List.copyOf(ports);
  }
}
