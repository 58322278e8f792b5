package dev.ropewalk.shell;

/** Who has the keyboard. */
interface Foreground {
  /** Lends the terminal to a process group until it is reclaimed. */
  void lend(long group);

  /** Takes the terminal back, as it was when it was lent. Does nothing where it was not. */
  void reclaim();

  TerminalSize size();

  /** For a shell that does not share our terminal. */
  Foreground ELSEWHERE =
      new Foreground() {
        @Override
        public void lend(long group) {}

        @Override
        public void reclaim() {}

        @Override
        public TerminalSize size() {
          return TerminalSize.UNKNOWN;
        }
      };
}
