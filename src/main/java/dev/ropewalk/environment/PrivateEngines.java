package dev.ropewalk.environment;

import dev.ropewalk.engine.Engine;
import dev.ropewalk.sandbox.SandboxLimits;
import dev.ropewalk.sandbox.SandboxPlan;
import dev.ropewalk.sandbox.Sandboxes;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Starts private engines, each with exactly the images that are wanted in it. Safe for use by
 * several threads.
 */
public final class PrivateEngines implements AutoCloseable {
  /** Most of the time a lesson waits: for a container to end, or for one to go on for a while. */
  private static final int PER_PROCESSOR = 2;

  private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable: +(\\d{1,15}) kB$");

  private final Sandboxes sandboxes;
  private final Function<Path, Engine> connection;
  private final SandboxPlan plan;
  private final ImageFiles images;

  /**
   * @param connection connects to the engine that listens on a socket
   * @param registry from which they get images; without one, from the present engine those that
   *     lessons need, and no others
   */
  public PrivateEngines(
      Sandboxes sandboxes,
      Function<Path, Engine> connection,
      Optional<InetSocketAddress> registry) {
    this.sandboxes = sandboxes;
    this.connection = connection;
    SandboxPlan mirrored =
        registry.map(SandboxPlan.empty()::withRegistry).orElse(SandboxPlan.empty());
    plan = PresentDocker.plugins().map(mirrored::withPlugins).orElse(mirrored);
    images = new ImageFiles(sandboxes, plan);
  }

  /**
   * Starts an engine that has exactly these images.
   *
   * @throws dev.ropewalk.sandbox.SandboxProblem when no engine can be started
   * @throws ImagesMissing when an image is to be had nowhere
   */
  public PrivateEnvironment start(List<String> wanted) throws InterruptedException {
    return PrivateEnvironment.of(
        sandboxes.start(images.of(wanted).map(plan::withStored).orElse(plan)), connection);
  }

  /** How many there is room for at once. */
  public int most() {
    long room = availableBytes() / SandboxLimits.USUAL.allBytes();
    return (int) Math.clamp(room, 1, PER_PROCESSOR * Runtime.getRuntime().availableProcessors());
  }

  private static long availableBytes() {
    try {
      Matcher line = AVAILABLE.matcher(Files.readString(Path.of("/proc/meminfo")));
      return line.find() ? Long.parseLong(line.group(1)) * 1024 : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  /** Removes the files with the images. */
  @Override
  public void close() {
    images.close();
  }
}
