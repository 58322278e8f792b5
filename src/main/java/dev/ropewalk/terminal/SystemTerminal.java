package dev.ropewalk.terminal;

import java.io.IOException;
import java.nio.charset.Charset;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** The terminal that this process was started in. */
public final class SystemTerminal {
  private SystemTerminal() {}

  /**
   * Takes hold of it, a dumb one where it can do nothing more.
   *
   * <p>While a line is edited Ctrl-C is a key. JLine would also raise a signal for it in this
   * process, from the thread that reads ahead: the signal then ends one line, and the key, when it
   * is taken a moment later, the next one too.
   *
   * @param charset in which the keys come
   * @throws IOException if there is no way to talk to it
   */
  public static Terminal open(Charset charset) throws IOException {
    System.setProperty(TerminalBuilder.PROP_SOFTWARE_SIGNALS, "false");
    TerminalBuilder builder =
        TerminalBuilder.builder()
            .system(true)
            .graphemeCluster(false)
            .dumb(true)
            .encoding(charset)
            .stdinEncoding(charset)
            .stdoutEncoding(charset);
    String type = System.getenv("TERM");
    if (type == null || type.startsWith(Terminal.TYPE_DUMB)) {
      // On one that can do little JLine hears of signals only if somebody does from the beginning:
      // Ctrl-C would end this process.
      builder.signalHandler(_ -> {});
    }
    return builder.build();
  }
}
