package dev.ropewalk.shell;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

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
   * @param end does not return; called in a thread of its own
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
    if (isOrphaned()) {
      end.run();
    } else {
      try (IgnoredSignal _ = IgnoredSignal.ignore("TTOU")) {
        end.run();
      }
    }
  }

  /**
   * Whether our parent is in another session. Then the kernel refuses what we would set at the
   * terminal, which has been set by whoever has it; else it would stop us for that.
   */
  private static boolean isOrphaned() {
    return !session(parent()).equals(session(ProcessHandle.current().pid()));
  }

  /** Of a process; empty where the system does not tell. */
  private static Optional<String> session(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"), ISO_8859_1);
      return Optional.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[3]);
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
