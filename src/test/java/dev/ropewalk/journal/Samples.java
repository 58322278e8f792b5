package dev.ropewalk.journal;

import java.time.Instant;
import java.util.List;

/** Entries for tests. */
final class Samples {
  private Samples() {}

  static Entry.Ran ran(Instant at, String line, int exitCode) {
    return new Entry.Ran(at, line, List.of("echo ä", "cat"), exitCode, "/home/größe");
  }
}
