package dev.ropewalk.terminal;

import java.time.Duration;

/** Spans of time and amounts of data in words. */
final class Spans {
  private static final long MEGABYTE = 1_000_000;

  private Spans() {}

  /** In hours and minutes. */
  static String words(Duration time) {
    int part = time.toMinutesPart();
    String minutes = part + (part == 1 ? " minute" : " minutes");
    String hours = time.toHours() + (time.toHours() == 1 ? " hour" : " hours");
    return time.toHours() == 0 ? minutes : part == 0 ? hours : hours + " and " + minutes;
  }

  /** In whole megabytes, and at least one. */
  static String megabytes(long bytes) {
    return Math.max(1, (bytes + MEGABYTE / 2) / MEGABYTE) + " MB";
  }
}
