package dev.ropewalk.sandbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Hands out slots, each to one process of this machine. A taken slot is a folder with the mark of
 * its owner: process id and start time. Taking and giving back happen under one file lock.
 */
final class Slots {
  private static final String OWNER = "owner";

  private final Path folder;
  private final Remains remains;

  Slots(Path folder, Remains remains) {
    this.folder = folder;
    this.remains = remains;
  }

  /** Removes what dead owners have left, then takes a free slot. */
  Slot claim() throws InterruptedException {
    return locked(
        () -> {
          sweep();
          for (int number = 0; number < Slot.COUNT; number++) {
            Slot slot = slot(number);
            if (!Files.exists(slot.folder())) {
              remains.remove(slot);
              mark(slot);
              return slot;
            }
          }
          throw new SandboxProblem("%s sandboxes run already: end some.".formatted(Slot.COUNT));
        });
  }

  /**
   * Removes all of a sandbox, then gives its slot back.
   *
   * @throws SandboxProblem when something stays; the next to claim a slot tries again
   */
  void release(Slot slot) throws InterruptedException {
    try {
      // Outside the lock: others need not wait for the kernel.
      remains.remove(slot);
    } catch (SandboxProblem e) {
      disown(slot);
      throw e;
    }
    locked(
        () -> {
          delete(slot.folder());
          return slot;
        });
  }

  private void sweep() throws IOException, InterruptedException {
    for (Slot slot : taken()) {
      if (!ownerLives(slot)) {
        try {
          remains.remove(slot);
          delete(slot.folder());
        } catch (SandboxProblem e) {
          // It stays taken: there are other slots.
        }
      }
    }
  }

  private static void disown(Slot slot) {
    try {
      Files.deleteIfExists(slot.folder().resolve(OWNER));
    } catch (IOException e) {
      throw new SandboxProblem("The sandboxes' folder cannot be written.", e);
    }
  }

  private void mark(Slot slot) throws IOException {
    makeFolder(slot.folder());
    long self = ProcessHandle.current().pid();
    Files.writeString(slot.folder().resolve(OWNER), self + " " + startTime(self));
  }

  // Whatever the umask: root inside, an ordinary user here, must get through.
  private static void makeFolder(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
  }

  private static boolean ownerLives(Slot slot) {
    try {
      String[] owner = Files.readString(slot.folder().resolve(OWNER)).split(" ");
      return startTime(Long.parseLong(owner[0])).equals(owner[1]);
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  /** In ticks since the machine started: process ids are used again, the two together never. */
  private static String startTime(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
    return stat.substring(stat.lastIndexOf(')') + 2).split(" ")[19];
  }

  private Slot slot(int number) {
    return new Slot(number, folder.resolve(Integer.toString(number)));
  }

  private List<Slot> taken() throws IOException {
    try (Stream<Path> folders = Files.list(folder)) {
      return folders
          .map(path -> path.getFileName().toString())
          .filter(name -> name.matches("\\d{1,3}"))
          .map(name -> slot(Integer.parseInt(name)))
          .toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private interface Work {
    Slot run() throws IOException, InterruptedException;
  }

  private Slot locked(Work work) throws InterruptedException {
    // A file lock keeps other processes out, the monitor other threads of this one. The file stays:
    // deleting a lock that others may wait for is a race.
    synchronized (Slots.class) {
      try {
        makeFolder(folder);
        try (var channel =
                FileChannel.open(
                    folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = channel.lock()) {
          assert lock.isValid();
          return work.run();
        }
      } catch (IOException e) {
        throw new SandboxProblem("The sandboxes' folder " + folder + " cannot be used.", e);
      }
    }
  }
}
