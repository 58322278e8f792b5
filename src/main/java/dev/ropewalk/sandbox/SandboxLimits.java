package dev.ropewalk.sandbox;

/**
 * What all that runs inside may use together. The engine itself gets a reserve beside it, so that a
 * hog or a fork bomb does not take the engine with it.
 *
 * @param memoryBytes of containers, and again of commands that enter; no swap
 * @param diskBytes of images, containers and other files; they are kept in memory
 * @param processes and threads of containers, and again of commands that enter
 * @param cpus processors' worth of time of everything, the engine included; 0.5 is half of one
 */
public record SandboxLimits(long memoryBytes, long diskBytes, int processes, double cpus) {
  private static final long MIB = 1024 * 1024;

  /** Enough for any lesson. */
  public static final SandboxLimits USUAL = new SandboxLimits(512 * MIB, 1024 * MIB, 512, 2);

  /** What the engine needs for itself. */
  static final long ENGINE_BYTES = 384 * MIB;

  /** Threads of the engine and of a few dozen containers' shims and proxies. */
  static final int ENGINE_PROCESSES = 1024;

  public SandboxLimits {
    if (memoryBytes < MIB || diskBytes < MIB || processes < 1 || !(cpus >= 0.01)) {
      throw new IllegalArgumentException(
          "limits must be at least 1 MiB, 1 MiB, 1 process and 0.01 processors");
    }
  }

  public SandboxLimits withMemoryBytes(long bytes) {
    return new SandboxLimits(bytes, diskBytes, processes, cpus);
  }

  public SandboxLimits withProcesses(int most) {
    return new SandboxLimits(memoryBytes, diskBytes, most, cpus);
  }

  /** The cap over everything, the engine included. */
  public long allBytes() {
    return memoryBytes + diskBytes + ENGINE_BYTES;
  }

  int allProcesses() {
    return processes + ENGINE_PROCESSES;
  }
}
