package dev.ropewalk.archive;

/** A folder or an archive has what it may not have, or cannot be read; the message says what. */
public final class RefusedArchive extends Exception {
  private static final long serialVersionUID = 1;

  public RefusedArchive(String sentence) {
    super(sentence);
  }

  RefusedArchive(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** What is wrong, as one sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
