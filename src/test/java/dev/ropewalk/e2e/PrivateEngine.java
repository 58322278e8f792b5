package dev.ropewalk.e2e;

import dev.ropewalk.patience.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A real engine of a test's own that may be killed: in namespaces of its own, never in the host's
 * network. Its image is copied from the machine's engine. All that it runs ends with it.
 */
final class PrivateEngine implements AutoCloseable {
  private static final Duration PATIENCE = Patience.BUSY_MACHINE.multipliedBy(3);
  private static final String NAMESPACES =
      "unshare --mount --net --pid --ipc --uts --propagation private --fork --kill-child=KILL";

  /** Starts an engine for each line that it reads. */
  private static final String KEEPER =
      """
      cd "$1" && mount -t proc proc /proc && mount -t tmpfs tmpfs /run && ip link set lo up
      while read -r _; do
        rm -f docker.pid /run/engine/containerd/containerd.pid
        dockerd -H "unix://$1/engine.sock" --data-root "$1/data" --exec-root /run/engine \\
          --pidfile "$1/docker.pid" >>log 2>&1 &
      done
      """;

  private final Path folder;
  private final Process keeper;

  private PrivateEngine(Path folder, Process keeper) {
    this.folder = folder;
    this.keeper = keeper;
  }

  /** Starts one, and waits until it has the image. */
  static PrivateEngine with(String image, Path folder) throws IOException {
    Docker.fetch(image);
    List<String> command = new ArrayList<>(List.of(NAMESPACES.split(" ")));
    command.addAll(List.of("bash", "-c", KEEPER, "ropewalk", folder.toString()));
    var log = ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile());
    var keeper = new ProcessBuilder(command).redirectOutput(log).redirectError(log).start();
    var engine = new PrivateEngine(folder, keeper);
    engine.start();
    engine.awaitAnswer();
    engine.docker("docker save " + image + " | docker -H \"$1\" load");
    return engine;
  }

  /** What {@code DOCKER_HOST} has to be. */
  String address() {
    return "unix://" + folder.resolve("engine.sock");
  }

  /** As {@code kill -9} does. */
  void kill() {
    ProcessHandle dockerd = dockerd();
    dockerd.destroyForcibly();
    dockerd.onExit().join();
  }

  /** As a service is stopped: it stops its containers first. */
  void shutDown() {
    ProcessHandle dockerd = dockerd();
    dockerd.destroy();
    dockerd.onExit().join();
  }

  private ProcessHandle dockerd() {
    return keeper
        .descendants()
        .filter(p -> p.info().command().orElse("").endsWith("/dockerd"))
        .findFirst()
        .orElseThrow();
  }

  /** Starts it again on what it left. */
  void start() {
    try {
      keeper.getOutputStream().write('\n');
      keeper.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(log(), e);
    }
  }

  /** Waits until it answers: for a moment of its start it has no socket. */
  void awaitAnswer() throws IOException {
    docker("docker -H \"$1\" info");
  }

  /** Repeats a command with this engine's address as {@code $1} until it succeeds. */
  private void docker(String line) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (code(line) != 0) {
      if (System.nanoTime() > end || !keeper.isAlive()) {
        throw new AssertionError("`" + line + "` does not succeed; the engine's log:\n" + log());
      }
      LockSupport.parkNanos(100_000_000);
    }
  }

  private int code(String line) throws IOException {
    var discard = ProcessBuilder.Redirect.DISCARD;
    return new ProcessBuilder("bash", "-o", "pipefail", "-c", line, "ropewalk", address())
        .redirectOutput(discard)
        .redirectError(discard)
        .start()
        .onExit()
        .join()
        .exitValue();
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("log"), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "(" + e.getMessage() + ")";
    }
  }

  /**
   * Removes its containers, so that no control group of theirs is left, ends it, and removes its
   * data.
   */
  @Override
  public void close() throws IOException {
    code("docker -H \"$1\" ps -aq | xargs -r timeout 20 docker -H \"$1\" rm -f");
    keeper.children().forEach(ProcessHandle::destroyForcibly);
    keeper.onExit().join();
    code("rm -rf '" + folder.resolve("data") + "'");
  }
}
