package dev.ropewalk.sandbox;

import dev.ropewalk.patience.Patience;
import dev.ropewalk.scratch.ExitHook;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The time in which a sandbox is begun, by the thread that made this. Should the process end in it,
 * the thread is interrupted, and the end waits until it has undone what it had begun.
 */
final class SandboxBeginning implements AutoCloseable {
  private final Thread thread = Thread.currentThread();
  private final CountDownLatch over = new CountDownLatch(1);
  private final ExitHook hook;
  private volatile boolean givenUp;

  /**
   * @throws SandboxProblem when the process ends already
   */
  SandboxBeginning() {
    hook = ExitHook.of(this::giveUp);
    if (!hook.isSet()) {
      throw new SandboxProblem("ropewalk is ending.");
    }
  }

  private void giveUp() {
    givenUp = true;
    thread.interrupt();
    try {
      over.await(Patience.BUSY_MACHINE.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the process ends, so that nothing may be left that was begun. */
  boolean isGivenUp() {
    return givenUp;
  }

  @Override
  public void close() {
    over.countDown();
    hook.close();
  }
}
