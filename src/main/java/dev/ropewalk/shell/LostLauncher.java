package dev.ropewalk.shell;

import java.time.Duration;

/**
 * The death of the launcher that stays beside this process at a terminal. Whoever started it takes
 * the terminal back then, and two would read from it.
 */
public final class LostLauncher {
  /** Set by a launcher that stays: the number of its process. */
  private static final String PROPERTY = "ropewalk.launcher";

  private static final Duration PULSE = Duration.ofMillis(500);

  private LostLauncher() {}

  /**
   * From now on ends this process when its launcher is gone; without one that stays, does nothing.
   *
   * @param end does not return; called in a thread of its own, in which what is set at the terminal
   *     is set although somebody else has it now
   */
  public static void handle(Runnable end) {
    if (Long.getLong(PROPERTY) != null) {
      var unused = Thread.ofPlatform().name("launcher").daemon().start(() -> follow(end));
    }
  }

  /** Whether there was one that stays, and is gone. */
  static boolean isLost() {
    Long launcher = Long.getLong(PROPERTY);
    return launcher != null && parent() != launcher;
  }

  /** Ours while it lives, even where nobody asks for its exit code; then another one. */
  private static long parent() {
    return ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(0L);
  }

  private static void follow(Runnable end) {
    try {
      while (!isLost()) {
        Thread.sleep(PULSE);
      }
    } catch (InterruptedException e) {
      return;
    }
    try (IgnoredSignal _ = IgnoredSignal.ignore("TTOU")) {
      end.run();
    }
  }
}
