package dev.ropewalk.command;

import java.util.List;

/**
 * What may stand at the cursor.
 *
 * @param start where the word begins that the candidates replace, its opening quote included
 * @param word the part of that word before the cursor, unquoted
 * @param candidates the words that begin with it
 * @param files whether names of files fit too
 */
public record Completion(int start, String word, List<Candidate> candidates, Files files) {
  /** Whether names of files fit. */
  public enum Files {
    FIT,
    NO
  }

  public Completion {
    candidates = List.copyOf(candidates);
  }
}
