package dev.ropewalk.journal;

import java.time.Instant;

/** Entries for tests. */
final class Samples {
  private Samples() {}

  static Entry.Ran ran(Instant at, String line, int exitCode) {
    return new Entry.Ran(at, line, exitCode, "/home/größe");
  }
}
