package dev.ropewalk.cli;

import dev.ropewalk.journal.OwnFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder in which ropewalk keeps what a learner did. It is the learner's alone; where it was
 * wider, it is made so.
 */
record StateFolder(Path folder) {
  private static final Set<PosixFilePermission> FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

  /** Makes it the learner's alone, as far as the file system knows of such things. */
  void protect() {
    try {
      Files.createDirectories(folder);
      Files.setPosixFilePermissions(folder, FOLDER);
      for (Path file : files()) {
        Files.setPosixFilePermissions(file, FILE);
      }
    } catch (IOException | UnsupportedOperationException _) {
      // Somebody else's folder, or a file system without permissions. What cannot be written is
      // told when it is written.
    }
  }

  /**
   * The file, created for the learner alone where it is missing; a problem is met by its writer.
   */
  static Path own(Path file) {
    try {
      OwnFile.open(file).close();
    } catch (IOException _) {
      // As above.
    }
    return file;
  }

  /** What is kept, in the order of names; links and folders are none of ours. */
  List<Path> files() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .sorted()
          .toList();
    }
  }

  /**
   * Removes these files, and the folder if nothing is left in it.
   *
   * @throws UncheckedIOException when one cannot be removed
   */
  void remove(List<Path> files) {
    try {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
      if (files().isEmpty()) {
        Files.deleteIfExists(folder);
      }
    } catch (FileSystemException e) {
      throw new WrongUse(
          "`%s` cannot be removed: %s".formatted(e.getFile(), e.getReason()), "remove it yourself");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
