package dev.ropewalk.recorder;

import org.jspecify.annotations.Nullable;

/** The recorder cannot be used here; clients go straight to the engine. */
public final class RecorderUnavailable extends Exception {
  private static final long serialVersionUID = 1;

  RecorderUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** Why, in one sentence for a person. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
