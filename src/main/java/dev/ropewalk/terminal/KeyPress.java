package dev.ropewalk.terminal;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jline.utils.NonBlockingReader;

/**
 * Reads one press of a key: a character, or what arrows and the like send, which is Escape and
 * more. Taken one by one, the letters of that would be other keys.
 */
final class KeyPress {
  /** No key. */
  static final String NONE = "";

  /** What a terminal sends at once comes at once; a person is slower. */
  private static final Duration TOGETHER = Duration.ofMillis(50);

  private static final char ESCAPE = '\033';

  private KeyPress() {}

  /**
   * Waits for a key.
   *
   * @return {@link #NONE} where none came in time; nothing where none will ever come
   */
  static Optional<String> read(NonBlockingReader keys, Duration patience) throws IOException {
    int first = keys.read(patience.toMillis());
    if (first == NonBlockingReader.READ_EXPIRED) {
      return Optional.of(NONE);
    }
    if (first < 0) {
      return Optional.empty();
    }
    return Optional.of(first == ESCAPE ? sequence(keys) : Character.toString(first));
  }

  /** Of the forms {@code ESC [ … final}, {@code ESC O final} and {@code ESC character}. */
  private static String sequence(NonBlockingReader keys) throws IOException {
    StringBuilder sent = new StringBuilder().append(ESCAPE);
    int next = keys.read(TOGETHER.toMillis());
    boolean more = true;
    while (next >= 0 && more) {
      sent.append((char) next);
      boolean introduces = sent.length() == 2 && (next == '[' || next == 'O');
      boolean isParameter = sent.length() > 2 && sent.charAt(1) == '[' && next < '@';
      more = introduces || isParameter;
      next = more ? keys.read(TOGETHER.toMillis()) : next;
    }
    return sent.toString();
  }
}
