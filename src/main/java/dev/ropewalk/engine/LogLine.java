package dev.ropewalk.engine;

/**
 * A line of a container's log, without its line end; with a terminal all lines come from {@link
 * Stream#OUT}.
 */
public record LogLine(Stream stream, String text) {
  /** Where the container wrote it. */
  public enum Stream {
    OUT,
    ERR
  }
}
