package dev.ropewalk.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The cgroups of a sandbox: one for all of it with the caps, below it {@value #ENGINE}, which is
 * the root of what is seen inside and belongs to root there, and below that {@value #CONTAINERS}
 * and {@value #GUESTS} with caps of their own, so that neither takes what the engine needs.
 */
sealed interface ControlGroups permits LegacyGroups, UnifiedGroups {
  String ENGINE = "engine";

  /** Where the engine puts its containers, by default. */
  String CONTAINERS = "docker";

  /** Commands that enter. */
  String GUESTS = "guests";

  /**
   * Those of this machine.
   *
   * @param mounts the file that lists what is mounted, {@code /proc/mounts}
   * @return nothing when no cgroups are mounted, or none with the controllers that limits need
   */
  static Optional<ControlGroups> find(Path mounts) {
    try {
      List<String[]> lines =
          Files.readAllLines(mounts).stream().map(line -> line.split(" ")).toList();
      var legacy = LegacyGroups.of(lines);
      return legacy.isPresent() ? legacy : UnifiedGroups.of(lines);
    } catch (IOException e) {
      throw new SandboxProblem("What is mounted is not known.", e);
    }
  }

  /** Makes the groups, with the limits, for root inside. */
  void create(String group, SandboxLimits limits, int owner);

  /** The files into which the first process inside is written before it is on its own. */
  List<Path> engineFiles(String group);

  /** The files into which a process is written before it enters. */
  List<Path> guestFiles(String group);

  /** Ends making the groups, once the first processes are in their namespaces. */
  void settle(String group, SandboxLimits limits, int owner);

  /** Each hierarchy to be mounted inside, as {@code FOLDER:OPTIONS}; none for version 2. */
  List<String> mounts();

  /**
   * Kills what is in the groups and removes those that are empty.
   *
   * @return whether nothing is left
   */
  boolean remove(String group);

  /** The processor time of all that ever was in the group; zero where the kernel does not count. */
  Duration used(String group);

  /**
   * The most that was in use at once so far.
   *
   * @param part {@value #CONTAINERS} or {@value #GUESTS}
   */
  Peak peak(String group, String part);

  /**
   * The most that was in use at once; zero where the kernel does not keep it.
   *
   * @param processes and threads
   */
  record Peak(long memoryBytes, long processes) {
    static Peak of(Optional<String> memoryBytes, Optional<String> processes) {
      return new Peak(
          memoryBytes.map(Long::parseLong).orElse(0L), processes.map(Long::parseLong).orElse(0L));
    }
  }

  /** All processes in the groups. */
  List<Long> processes(String group);
}
