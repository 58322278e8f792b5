package dev.ropewalk.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/**
 * The journal cannot be kept: a full disk, no permission. The message is for the learner and names
 * the file.
 */
public final class JournalProblem extends UncheckedIOException {
  private static final long serialVersionUID = 1;

  private JournalProblem(String message, IOException cause) {
    super(message, cause);
  }

  static JournalProblem unwritable(Path file, IOException cause) {
    return new JournalProblem(
        "the journal `%s` cannot be written: %s".formatted(file, reason(cause)), cause);
  }

  static JournalProblem unreadable(Path file, IOException cause) {
    return new JournalProblem(
        "the journal `%s` cannot be read: %s".formatted(file, reason(cause)), cause);
  }

  /** The system's own words, where there are any; else what kind of trouble it is. */
  private static String reason(IOException cause) {
    String reason =
        cause instanceof FileSystemException file ? file.getReason() : cause.getMessage();
    return reason == null ? cause.getClass().getSimpleName() : reason;
  }
}
