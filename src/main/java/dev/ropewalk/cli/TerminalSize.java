package dev.ropewalk.cli;

import dev.ropewalk.patience.Patience;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The size of the terminal that this process prints to. The variable {@code COLUMNS} is seldom told
 * to programs, and stays what it was when the terminal gets another size.
 */
final class TerminalSize {
  private TerminalSize() {}

  /** Its columns, as a number; empty without a terminal, or where it does not tell. */
  static Optional<String> columns() {
    return System.console() == null ? Optional.empty() : columns(new File("/dev/tty"));
  }

  private static Optional<String> columns(File terminal) {
    try {
      Process asked =
          new ProcessBuilder("stty", "size")
              .redirectInput(terminal)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!asked.waitFor(Patience.AT_THE_PROMPT.toMillis(), TimeUnit.MILLISECONDS)) {
        asked.destroyForcibly();
        return Optional.empty();
      }
      return width(new String(asked.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
    } catch (IOException _) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** Of rows and columns; a terminal that does not know says that it has none. */
  static Optional<String> width(String size) {
    String[] parts = size.strip().split(" ");
    return parts.length == 2 && parts[1].matches("[1-9]\\d{0,3}")
        ? Optional.of(parts[1])
        : Optional.empty();
  }
}
