package dev.ropewalk.command;

import java.util.List;

/**
 * The names of what is on the engine now, for completion. An engine that does not answer has no
 * names.
 */
public interface LiveNames {
  /** Which containers are meant. */
  enum Containers {
    ALL,
    RUNNING,
    /** Those that {@code docker start} can start: created or exited. */
    STOPPED,
    PAUSED
  }

  /** The names of containers, without a leading slash. */
  List<String> containers(Containers which);

  /** The images with their tags, such as {@code redis:latest}. */
  List<String> images();

  /** The names of the networks. */
  List<String> networks();

  /** The names of the volumes. */
  List<String> volumes();

  /** An engine without anything on it. */
  static LiveNames none() {
    return new LiveNames() {
      @Override
      public List<String> containers(Containers which) {
        return List.of();
      }

      @Override
      public List<String> images() {
        return List.of();
      }

      @Override
      public List<String> networks() {
        return List.of();
      }

      @Override
      public List<String> volumes() {
        return List.of();
      }
    };
  }
}
