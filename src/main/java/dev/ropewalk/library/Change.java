package dev.ropewalk.library;

import java.util.Locale;

/** What has become of a file of a course. */
public record Change(Kind kind, String path) {
  /** How. */
  public enum Kind {
    NEW,
    CHANGED,
    GONE
  }

  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT) + ": " + path;
  }
}
