package dev.ropewalk.shell;

import org.jline.nativ.CLibrary;
import org.jspecify.annotations.Nullable;

/**
 * The terminal on our standard input. While it is lent our own process group is in the background:
 * Ctrl-C, Ctrl-Z and Ctrl-\ do not reach us, and reading it would stop us.
 */
final class OwnForeground implements Foreground {
  private static final int TERMINAL = 0;
  // <asm-generic/ioctls.h>, and <sys/ttycom.h> of the BSDs and macOS; told apart by TIOCGWINSZ.
  private static final boolean LINUX = CLibrary.TIOCGWINSZ == 0x5413;
  private static final long GET_GROUP = LINUX ? 0x540F : 0x40047477L;
  private static final long SET_GROUP = LINUX ? 0x5410 : 0x80047476L;

  private final int ownGroup;
  private final String name;
  private CLibrary.@Nullable Termios lentAs;

  private OwnForeground(int ownGroup, String name) {
    this.ownGroup = ownGroup;
    this.name = name;
  }

  /**
   * Our terminal; we must be in its foreground now.
   *
   * @throws ShellProblem if standard input is not a terminal
   */
  static OwnForeground ofThisProcess() {
    var group = new int[1];
    if (CLibrary.isatty(TERMINAL) == 0 || CLibrary.ioctl(TERMINAL, GET_GROUP, group) != 0) {
      throw new ShellProblem(
          "standard input is not a terminal, and an interactive shell needs one; fix: start ropewalk in a terminal");
    }
    return new OwnForeground(group[0], CLibrary.ttyname(TERMINAL));
  }

  /** The path of its device. */
  String name() {
    return name;
  }

  @Override
  public void lend(long group) {
    var attributes = new CLibrary.Termios();
    lentAs = CLibrary.tcgetattr(TERMINAL, attributes) == 0 ? attributes : null;
    setGroup((int) group);
  }

  @Override
  public void reclaim() {
    if (LostLauncher.isLost()) {
      return; // Whoever started us has it, and would be told that its input has ended.
    }
    setGroup(ownGroup);
    if (lentAs != null) {
      CLibrary.tcsetattr(TERMINAL, CLibrary.TCSADRAIN, lentAs);
      lentAs = null;
    }
  }

  private static void setGroup(int group) {
    // The kernel stops a background process that takes the terminal, unless it ignores this signal.
    try (var _ = IgnoredSignal.ignore("TTOU")) {
      CLibrary.ioctl(TERMINAL, SET_GROUP, new int[] {group});
    }
  }

  @Override
  public TerminalSize size() {
    var size = new CLibrary.WinSize();
    return CLibrary.ioctl(TERMINAL, CLibrary.TIOCGWINSZ, size) == 0
        ? new TerminalSize(Short.toUnsignedInt(size.ws_col), Short.toUnsignedInt(size.ws_row))
        : TerminalSize.UNKNOWN;
  }
}
