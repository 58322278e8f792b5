package dev.ropewalk.scratch;

/**
 * What is still to be done should the process end without it: by a signal such as HUP or TERM, or
 * by an exit in the middle. Not by KILL; who sweeps at the next start does it then.
 */
public final class ExitHook implements AutoCloseable {
  private final Thread thread;
  private final boolean set;

  private ExitHook(Thread thread, boolean set) {
    this.thread = thread;
    this.set = set;
  }

  /** Has it done at the end, by a thread of its own, unless this is closed before. */
  public static ExitHook of(Runnable work) {
    Thread thread = new Thread(work, "clean-up");
    try {
      Runtime.getRuntime().addShutdownHook(thread);
      return new ExitHook(thread, true);
    } catch (IllegalStateException e) {
      return new ExitHook(thread, false);
    }
  }

  /** Whether the process is ending: what fails from then on may fail for no other reason. */
  public static boolean isEnding() {
    try (ExitHook hook = of(() -> {})) {
      return !hook.isSet();
    }
  }

  /**
   * Whether it will be done. It is not where the process ends already: what is to be undone must
   * not be begun then.
   */
  public boolean isSet() {
    return set;
  }

  /** It is done, or need not be done any more. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(thread);
    } catch (IllegalStateException e) {
      // The hooks run already.
    }
  }
}
