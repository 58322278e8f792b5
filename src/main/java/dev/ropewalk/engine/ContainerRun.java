package dev.ropewalk.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A throw-away container, as it is asked for: of an image that is there, with 256 MiB of memory,
 * one CPU, 128 processes, and nothing of this machine in it. Where the image has volumes, these are
 * empty folders in memory.
 *
 * @param image its id
 * @param entrypoint runs in the place of that of the image; none for that of the image
 * @param command the words after the image; none for what the image runs
 * @param env set beside what the image sets
 * @param input what it is given at its standard input, 64 KiB at most; empty for none
 * @param network whose name it is attached to; empty for none, so that it reaches nobody
 * @param limit after which it is killed
 */
public record ContainerRun(
    String image,
    List<String> entrypoint,
    List<String> command,
    Map<String, String> env,
    String input,
    Optional<String> network,
    Duration limit) {
  /** Bytes. */
  public static final long MEMORY = 256L << 20;

  /** Processes and threads. */
  public static final long PIDS = 128;

  /** Bytes of what it is given. */
  public static final int MOST_INPUT = 64 << 10;

  public ContainerRun {
    entrypoint = List.copyOf(entrypoint);
    command = List.copyOf(command);
    env = Map.copyOf(env);
  }

  /**
   * What came of it; of what it prints the first MiB of each stream.
   *
   * @param ending how it ended
   * @param exitCode 126 or 127 where the engine could not start its command; -1 where it was killed
   */
  public record Result(Ending ending, int exitCode, String out, String err) {}

  /** How it ended. */
  public enum Ending {
    /** By itself. */
    ENDED,
    /** It was killed when its time was over. */
    OVERDUE,
    /** The kernel killed it because it used more memory than it may. */
    OUT_OF_MEMORY
  }
}
