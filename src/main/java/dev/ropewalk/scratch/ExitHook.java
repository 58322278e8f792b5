package dev.ropewalk.scratch;

/**
 * What is still to be done should the process end without it: by a signal such as HUP or TERM, or
 * by an exit in the middle. Not by KILL; who sweeps at the next start does it then.
 */
public final class ExitHook implements AutoCloseable {
  private final Thread thread;

  private ExitHook(Thread thread) {
    this.thread = thread;
  }

  /** Has it done at the end, by a thread of its own, unless this is closed before. */
  public static ExitHook of(Runnable work) {
    Thread thread = new Thread(work, "clean-up");
    try {
      Runtime.getRuntime().addShutdownHook(thread);
    } catch (IllegalStateException e) {
      // The process ends already, and whoever still begins something does not live to end it.
    }
    return new ExitHook(thread);
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
