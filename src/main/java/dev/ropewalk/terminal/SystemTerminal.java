package dev.ropewalk.terminal;

import java.io.IOException;
import java.nio.charset.Charset;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.Signals;

/** The terminal that this process was started in. */
public final class SystemTerminal {
  private static final Size USUAL = Size.of(80, 24);

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
    Terminal terminal =
        TerminalBuilder.builder()
            .system(true)
            .graphemeCluster(false)
            .dumb(true)
            .encoding(charset)
            .stdinEncoding(charset)
            .stdoutEncoding(charset)
            .build();
    if (terminal.getColumns() <= 0 || terminal.getRows() <= 0) {
      // A serial line, and `docker exec -t` at first, say nothing of their size.
      terminal.setSize(USUAL);
    }
    if (terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
      // JLine leaves one that can do little as it is, and hears of no signals: Ctrl-C would end
      // this process.
      Signals.register("INT", () -> terminal.raise(Terminal.Signal.INT));
    }
    return terminal;
  }
}
