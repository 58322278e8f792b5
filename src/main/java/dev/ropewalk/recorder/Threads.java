package dev.ropewalk.recorder;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Platform threads that keep no program alive. Not virtual ones: a Java machine in which one of
 * those has ever waited for a socket takes 300 ms more to end.
 */
final class Threads {
  private Threads() {}

  static Thread start(String what, Runnable work) {
    return Thread.ofPlatform().daemon().name("recorder " + what).start(work);
  }

  /** As many as there is work, kept for a minute: a client need not wait until one is made. */
  static ExecutorService pool() {
    return Executors.newCachedThreadPool(
        Thread.ofPlatform().daemon().name("recorder link ", 1).factory());
  }
}
