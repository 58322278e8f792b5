package dev.ropewalk.shell;

import java.util.Objects;

/** Where the learner's lines read from and write to. */
public sealed interface Screen {

  /**
   * The terminal that this process itself was started in. It is lent to the shell for the time of
   * each line, with the keyboard and its signals; nothing is captured and there is no deadline.
   */
  record OwnTerminal() implements Screen {}

  /**
   * No terminal at all: lines read the end of file, and both of their streams are captured in the
   * order written.
   */
  record Captured(Limits limits) implements Screen {
    public Captured {
      Objects.requireNonNull(limits);
    }
  }

  /**
   * A pseudo-terminal of the shell's own, for lines that need one, such as {@code docker run -it}.
   * What it shows is captured; its line ends are plain newlines. Needs {@code script} of util-linux
   * (the one of macOS and the BSDs takes other arguments and will not do).
   */
  record PseudoTerminal(int columns, int rows, Limits limits) implements Screen {
    public PseudoTerminal {
      Objects.requireNonNull(limits);
      if (columns < 1 || rows < 1) {
        throw new IllegalArgumentException(
            "a terminal of %s columns and %s rows shows nothing".formatted(columns, rows));
      }
    }
  }
}
