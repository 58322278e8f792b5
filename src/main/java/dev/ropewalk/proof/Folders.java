package dev.ropewalk.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders that are there for a while. */
final class Folders {
  private Folders() {}

  /** A new one, empty. */
  static Path temporary() {
    try {
      return Files.createTempDirectory("ropewalk-proof");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes one with all that is in it. */
  static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + folder, e);
    }
  }
}
