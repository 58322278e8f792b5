package dev.ropewalk.environment;

/** Images that a lesson needs are to be had nowhere. The message says how to get them. */
public final class ImagesMissing extends RuntimeException {
  private static final long serialVersionUID = 1;

  public ImagesMissing(String message) {
    super(message);
  }
}
