package dev.ropewalk.journal;

import java.util.Map;

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
}
