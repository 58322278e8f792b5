package dev.ropewalk.shell;

import java.util.Objects;
import java.util.Optional;

/**
 * What became of words that bash was to expand.
 *
 * @param line how it went, with what substitutions wrote beside their results
 * @param value the words with variables and substitutions put in and quotes taken away, a line
 *     each; empty where bash does not understand them, or they are longer than 128 KiB
 */
public record Expanded(Finished line, Optional<String> value) {
  public Expanded {
    Objects.requireNonNull(line);
    Objects.requireNonNull(value);
  }
}
