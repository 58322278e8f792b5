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
  /** What is pasted: text, and no keys. A terminal tells it where it is asked to. */
  static final String PASTE = "\033[200~";

  /** What a terminal is sent to tell what is pasted, and to do so no more. */
  static final String TELL_PASTES = "\033[?2004h";

  static final String TELL_NO_PASTES = "\033[?2004l";

  private static final String END_OF_PASTE = "\033[201~";

  /** No key. */
  static final String NONE = "";

  /** What a terminal sends at once comes at once; a person is slower. */
  private static final Duration TOGETHER = Duration.ofMillis(50);

  private static final char ESCAPE = '\033';

  private KeyPress() {}

  /**
   * Waits for a key.
   *
   * @return {@link #NONE} where none came in time; {@link #PASTE} for all that is pasted at once;
   *     nothing where none will ever come
   */
  static Optional<String> read(NonBlockingReader keys, Duration patience) throws IOException {
    int first = keys.read(patience.toMillis());
    if (first == NonBlockingReader.READ_EXPIRED) {
      return Optional.of(NONE);
    }
    if (first < 0) {
      return Optional.empty();
    }
    String press = first == ESCAPE ? sequence(keys) : Character.toString(first);
    if (press.equals(PASTE)) {
      skipPaste(keys);
    }
    return Optional.of(press);
  }

  /** A paste that breaks off ends as well. */
  private static void skipPaste(NonBlockingReader keys) throws IOException {
    int next = keys.read(TOGETHER.toMillis());
    while (next >= 0 && !(next == ESCAPE && sequence(keys).equals(END_OF_PASTE))) {
      next = keys.read(TOGETHER.toMillis());
    }
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
