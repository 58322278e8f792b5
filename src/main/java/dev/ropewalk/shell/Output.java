package dev.ropewalk.shell;

/**
 * What a line wrote to its two streams, in the order written; for a pseudo-terminal, what came out
 * of it.
 *
 * @param text decoded as UTF-8, bad bytes replaced
 * @param omittedBytes how many bytes past the limit were dropped from its end
 */
public record Output(String text, long omittedBytes) {
  /** Nothing was written, or nothing was captured. */
  public static final Output NONE = new Output("", 0);
}
