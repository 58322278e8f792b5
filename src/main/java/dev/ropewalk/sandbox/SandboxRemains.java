package dev.ropewalk.sandbox;

import dev.ropewalk.patience.Patience;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What there is of a sandbox outside of its own namespaces, alive or dead, and how it goes. */
final class SandboxRemains {
  private static final Path LINKS = Path.of("/sys/class/net");
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(16);

  private final ControlGroups groups;

  SandboxRemains(ControlGroups groups) {
    this.groups = groups;
  }

  /**
   * Kills its processes; with the first of them go its mounts, networks and firewall rules. Then
   * removes its cgroups and its link.
   *
   * @throws SandboxProblem when a process does not die
   */
  void remove(SandboxSlot slot) throws InterruptedException {
    long deadline = System.nanoTime() + Patience.BUSY_MACHINE.toNanos();
    Duration pause = SHORTEST_PAUSE;
    while (!groups.remove(slot.group())) {
      if (System.nanoTime() > deadline) {
        throw new SandboxProblem(
            "Processes of the sandbox %s do not end: %s."
                .formatted(slot.number(), groups.processes(slot.group())));
      }
      // To look takes a millisecond of the processor, and the kernel some of these.
      Thread.sleep(pause);
      pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : pause;
    }
    removeLink(LINKS.resolve(slot.link()));
  }

  // The kernel removes it too, some time after the last process in the sandbox's network is dead.
  private static void removeLink(Path link) throws InterruptedException {
    if (Files.exists(link)) {
      try {
        HostCommand.run("", "ip", "link", "delete", link.getFileName().toString());
      } catch (SandboxProblem e) {
        if (Files.exists(link)) {
          throw e;
        }
      }
    }
  }
}
