package dev.ropewalk.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The files of another machine, whose root is a folder here. Links are followed as they lead there:
 * followed from here, an absolute one would lead to a file of this machine.
 */
final class FilesBeyond {
  /** As the kernel has it. */
  private static final int MOST_LINKS = 40;

  private static final Path TOP = Path.of("/");

  /** There is no process 0. */
  private static final Path NOWHERE = Path.of("/proc/0/file");

  private final Path root;

  FilesBeyond(Path root) {
    this.root = root;
  }

  /** Where a file is found here. One whose links lead nowhere is found to be missing. */
  Path here(Path there) {
    Deque<Path> ahead = new ArrayDeque<>();
    there.toAbsolutePath().forEach(ahead::add);
    Path reached = TOP;
    int links = 0;
    while (!ahead.isEmpty()) {
      Path name = ahead.removeFirst();
      Path next = reached.resolve(name).normalize();
      Path found = at(next);
      if (!Files.isSymbolicLink(found)) {
        reached = next;
      } else if (links++ == MOST_LINKS) {
        return NOWHERE;
      } else {
        Path target = target(found);
        if (target.isAbsolute()) {
          reached = TOP;
        }
        for (int i = target.getNameCount() - 1; i >= 0; i--) {
          ahead.addFirst(target.getName(i));
        }
      }
    }
    return at(reached);
  }

  private Path at(Path there) {
    return root.resolve(TOP.relativize(there));
  }

  private static Path target(Path link) {
    try {
      return Files.readSymbolicLink(link);
    } catch (IOException e) {
      return NOWHERE;
    }
  }
}
