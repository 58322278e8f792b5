package dev.ropewalk.shell;

/** In characters; zero where it is not known. */
record TerminalSize(int columns, int rows) {
  static final TerminalSize UNKNOWN = new TerminalSize(0, 0);

  boolean isKnown() {
    return columns > 0 && rows > 0;
  }
}
