package dev.ropewalk.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Something of which all that a sandbox may have was used at once.
 *
 * @param words that name it and how much there is, such as {@code the 512 processes that containers
 *     may have at once}
 */
public record UsedUp(String words) {
  private static final long MIB = 1 << 20;

  static List<UsedUp> of(
      SandboxLimits limits, ControlGroups.Peak containers, ControlGroups.Peak guests, Path files) {
    List<UsedUp> all = new ArrayList<>();
    add(all, limits, containers, "containers");
    add(all, limits, guests, "commands");
    if (isFull(files)) {
      all.add(new UsedUp("the disk of %s MiB".formatted(limits.diskBytes() / MIB)));
    }
    return List.copyOf(all);
  }

  // The kernel hands out memory in lots, so that the last one may be missing.
  private static void add(
      List<UsedUp> all, SandboxLimits limits, ControlGroups.Peak peak, String whose) {
    if (peak.memoryBytes() > limits.memoryBytes() - MIB) {
      all.add(
          new UsedUp(
              "the %s MiB of memory that %s may have, in which the files are, too, that they write"
                  .formatted(limits.memoryBytes() / MIB, whose)));
    }
    if (peak.processes() >= limits.processes()) {
      all.add(
          new UsedUp(
              "the %s processes that %s may have at once".formatted(limits.processes(), whose)));
    }
  }

  private static boolean isFull(Path files) {
    try {
      return Files.getFileStore(files).getUsableSpace() < MIB;
    } catch (IOException e) {
      return false;
    }
  }
}
