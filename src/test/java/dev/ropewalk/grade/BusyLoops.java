package dev.ropewalk.grade;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Processes that do nothing, each on as much of a processor as it gets; they end by themselves. */
final class BusyLoops implements AutoCloseable {
  private final List<Process> running = new ArrayList<>();

  /**
   * Starts them.
   *
   * @param most after which they end, whatever becomes of this process
   */
  static BusyLoops start(int count, Duration most) throws IOException {
    BusyLoops loops = new BusyLoops();
    for (int i = 0; i < count; i++) {
      loops.running.add(
          new ProcessBuilder(
                  "timeout", Long.toString(most.toSeconds()), "sh", "-c", "while :; do :; done")
              .start());
    }
    return loops;
  }

  /** How many there still are. */
  long running() {
    return running.stream().filter(Process::isAlive).count();
  }

  @Override
  public void close() {
    // The signal goes on to the loop.
    running.forEach(Process::destroy);
    running.forEach(process -> process.onExit().join());
  }
}
