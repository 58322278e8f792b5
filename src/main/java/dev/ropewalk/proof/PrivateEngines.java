package dev.ropewalk.proof;

import dev.ropewalk.command.CommandTable;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.sandbox.Sandbox;
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
 * Rehearsals on private engines, as many at once as the machine has room for. Each begins with
 * exactly the images that its lesson needs. Safe for use by several threads.
 */
public final class PrivateEngines implements Rehearsals, AutoCloseable {
  /** Most of the time a lesson waits: for a container to end, or for one to go on for a while. */
  private static final int PER_PROCESSOR = 2;

  private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable: +(\\d{1,15}) kB$");

  private final Course course;
  private final CommandTable commands;
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
      Course course,
      CommandTable commands,
      Sandboxes sandboxes,
      Function<Path, Engine> connection,
      Optional<InetSocketAddress> registry) {
    this.course = course;
    this.commands = commands;
    this.sandboxes = sandboxes;
    this.connection = connection;
    plan = registry.map(SandboxPlan.empty()::withRegistry).orElse(SandboxPlan.empty());
    images = new ImageFiles(sandboxes, plan);
  }

  /**
   * @throws dev.ropewalk.sandbox.SandboxProblem when no engine can be started
   * @throws ImagesMissing when an image that the lesson needs is to be had nowhere
   */
  @Override
  public Rehearsal begin(Lesson lesson) throws InterruptedException {
    Sandbox sandbox = start(lesson.needs().images());
    try {
      return new EngineRehearsal(
          course, new PrivateVenue(sandbox, connection.apply(sandbox.socket())), commands);
    } catch (RuntimeException e) {
      sandbox.close();
      throw e;
    }
  }

  /**
   * Starts an engine that has exactly these images.
   *
   * @throws dev.ropewalk.sandbox.SandboxProblem when no engine can be started
   * @throws ImagesMissing when an image is to be had nowhere
   */
  public Sandbox start(List<String> wanted) throws InterruptedException {
    return sandboxes.start(images.of(wanted).map(plan::withStored).orElse(plan));
  }

  @Override
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
