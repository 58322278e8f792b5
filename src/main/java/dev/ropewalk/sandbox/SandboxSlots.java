package dev.ropewalk.sandbox;

import dev.ropewalk.scratch.ProcessIdentity;
import dev.ropewalk.scratch.ScratchFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Hands out slots, each to one process of this machine. A taken slot is a folder with the mark of
 * its owner. Taking and giving back happen under one file lock.
 */
final class SandboxSlots {
  private static final String OWNER = "owner";

  private final Path folder;
  private final SandboxRemains remains;

  SandboxSlots(Path folder, SandboxRemains remains) {
    this.folder = folder;
    this.remains = remains;
  }

  /** Removes what dead owners have left, then takes a free slot. */
  SandboxSlot claim() throws InterruptedException {
    return locked(
        () -> {
          removeDead();
          for (int number = 0; number < SandboxSlot.COUNT; number++) {
            SandboxSlot slot = slot(number);
            if (!Files.exists(slot.folder())) {
              remains.remove(slot);
              mark(slot);
              return slot;
            }
          }
          throw new SandboxProblem(
              "%s sandboxes run already: end some.".formatted(SandboxSlot.COUNT));
        });
  }

  /**
   * Removes all of a sandbox, then gives its slot back.
   *
   * @throws SandboxProblem when something stays; the next to claim a slot tries again
   */
  void release(SandboxSlot slot) throws InterruptedException {
    try {
      // Outside the lock: others need not wait for the kernel.
      remains.remove(slot);
    } catch (SandboxProblem e) {
      disown(slot);
      throw e;
    }
    locked(
        () -> {
          ScratchFolder.remove(slot.folder());
          return slot;
        });
  }

  /** Removes what dead owners have left. */
  void sweep() throws InterruptedException {
    if (Files.isWritable(folder)) {
      locked(
          () -> {
            removeDead();
            return null;
          });
    }
  }

  private void removeDead() throws IOException, InterruptedException {
    for (SandboxSlot slot : taken()) {
      if (!ownerLives(slot)) {
        try {
          remains.remove(slot);
          ScratchFolder.remove(slot.folder());
        } catch (SandboxProblem e) {
          // It stays taken: there are other slots.
        }
      }
    }
  }

  private static void disown(SandboxSlot slot) {
    try {
      Files.deleteIfExists(slot.folder().resolve(OWNER));
    } catch (IOException e) {
      throw new SandboxProblem("The sandboxes' folder cannot be written.", e);
    }
  }

  private void mark(SandboxSlot slot) throws IOException {
    makeFolder(slot.folder());
    Files.writeString(slot.folder().resolve(OWNER), ProcessIdentity.own().text());
  }

  // Whatever the umask: root inside, an ordinary user here, must get through.
  private static void makeFolder(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
  }

  private static boolean ownerLives(SandboxSlot slot) {
    try {
      return ProcessIdentity.read(Files.readString(slot.folder().resolve(OWNER)))
          .filter(owner -> !owner.hasEnded())
          .isPresent();
    } catch (IOException e) {
      return false;
    }
  }

  private SandboxSlot slot(int number) {
    return new SandboxSlot(number, folder.resolve(Integer.toString(number)));
  }

  private List<SandboxSlot> taken() throws IOException {
    try (Stream<Path> folders = Files.list(folder)) {
      return folders
          .map(path -> path.getFileName().toString())
          .filter(name -> name.matches("\\d{1,3}"))
          .map(name -> slot(Integer.parseInt(name)))
          .toList();
    }
  }

  private interface Work<T extends @Nullable Object> {
    T run() throws IOException, InterruptedException;
  }

  private <T extends @Nullable Object> T locked(Work<T> work) throws InterruptedException {
    // A file lock keeps other processes out, the monitor other threads of this one. The file stays:
    // deleting a lock that others may wait for is a race.
    synchronized (SandboxSlots.class) {
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
