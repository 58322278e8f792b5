package dev.ropewalk.journal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a lesson has laid into its working folder.
 *
 * @param folder where that is, for the learner's shell
 * @param digests the SHA-256 of each file as it was laid, in small hexadecimal digits, by its path
 *     from there
 */
public record LaidFiles(String folder, Map<String, String> digests) {
  public LaidFiles {
    digests = Map.copyOf(digests);
  }

  /** The folder; empty where this machine cannot name it. */
  public Optional<Path> path() {
    try {
      return Optional.of(Path.of(folder));
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }
}
