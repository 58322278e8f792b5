package dev.ropewalk.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All that there is on this machine of the private engines of one process, alive or dead. */
public final class SandboxTraces {
  private static final Path FOLDER = Path.of("/run/ropewalk-sandbox");

  private final String owner;
  private final List<SandboxSlot> slots = new ArrayList<>();

  private SandboxTraces(String owner) {
    this.owner = owner;
  }

  /** Those of the engines that it has now. */
  public static SandboxTraces of(ProcessHandle process) throws IOException {
    SandboxTraces traces = new SandboxTraces(process.pid() + "-");
    try (Stream<Path> folders = Files.list(FOLDER)) {
      for (Path folder : folders.filter(Files::isDirectory).toList()) {
        if (traces.isIn(folder)) {
          int number = Integer.parseInt(folder.getFileName().toString());
          traces.slots.add(new SandboxSlot(number, folder));
        }
      }
    }
    return traces;
  }

  private boolean isIn(Path folder) {
    try {
      return Files.readString(folder.resolve("owner")).startsWith(owner);
    } catch (IOException e) {
      return false; // It has gone, or is being made.
    }
  }

  /**
   * Folders, devices, addresses, rules, mounts, cgroups and processes. Of an engine whose place
   * another process has taken since nothing is left.
   */
  public List<String> now() throws InterruptedException, IOException {
    List<String> found = new ArrayList<>();
    for (SandboxSlot slot : slots) {
      if (!Files.exists(slot.folder().resolve("owner")) || isIn(slot.folder())) {
        if (Files.exists(slot.folder())) {
          found.add(slot.folder().toString());
        }
        found.addAll(MachineState.now().lines(slot));
        found.addAll(processes(slot));
      }
    }
    return found;
  }

  private static List<String> processes(SandboxSlot slot) {
    return ProcessHandle.allProcesses()
        .filter(process -> isInside(process, slot))
        // The dead that nobody has buried yet have no command.
        .flatMap(process -> process.info().command().map(it -> process.pid() + " " + it).stream())
        .toList();
  }

  private static boolean isInside(ProcessHandle process, SandboxSlot slot) {
    try {
      Path folder = Path.of("/proc", Long.toString(process.pid()));
      int user = (Integer) Files.getAttribute(folder, "unix:uid");
      return user >= slot.firstId() && user < slot.firstId() + SandboxSlot.IDS;
    } catch (IOException e) {
      return false;
    }
  }
}
