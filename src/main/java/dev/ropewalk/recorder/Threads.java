package dev.ropewalk.recorder;

/**
 * Platform threads that keep no program alive. Not virtual ones: a Java machine in which one of
 * those has ever waited for a socket takes 300 ms more to end.
 */
final class Threads {
  private Threads() {}

  static Thread start(String what, Runnable work) {
    return Thread.ofPlatform().daemon().name("recorder " + what).start(work);
  }
}
