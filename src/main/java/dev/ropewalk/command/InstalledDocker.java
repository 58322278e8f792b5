package dev.ropewalk.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The docker client of this machine, asked for its help. It is pointed away from the engine: so the
 * answer is the same whether the engine runs, hangs or is old, and holds every command and flag
 * that the client knows.
 */
public final class InstalledDocker implements HelpSource {
  private static final String NO_ENGINE = "unix:///nonexistent/docker.sock";
  private static final List<String> PLUGIN_FOLDERS =
      List.of(
          "/usr/local/lib/docker/cli-plugins",
          "/usr/local/libexec/docker/cli-plugins",
          "/usr/lib/docker/cli-plugins",
          "/usr/libexec/docker/cli-plugins");

  private final Path program;
  private final Duration deadline;

  /** A client that is ended when it has not answered before the deadline. */
  public InstalledDocker(Path program, Duration deadline) {
    this.program = program;
    this.deadline = deadline;
  }

  /** The first docker on a search path such as the variable {@code PATH}. */
  public static Optional<Path> find(String searchPath) {
    return Programs.find("docker", searchPath).findFirst();
  }

  /**
   * The help; for a build the helps of both builders, where one client has two with different flags
   * (20.10).
   */
  @Override
  public String help(List<String> path) {
    boolean builds = !path.isEmpty() && path.getLast().equals("build");
    return builds ? ask(path, "0") + ask(path, "1") : ask(path, "0");
  }

  private String ask(List<String> path, String buildKit) {
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.addAll(path);
    command.add("--help");
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("DOCKER_HOST", NO_ENGINE);
    builder.environment().put("DOCKER_BUILDKIT", buildKit);
    builder.environment().remove("DOCKER_CONTEXT");
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      Executor later =
          CompletableFuture.delayedExecutor(deadline.toMillis(), TimeUnit.MILLISECONDS);
      later.execute(process::destroyForcibly);
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException _) {
      return "";
    }
  }

  /**
   * A short name for this client and its plugins as they are installed now; another one after an
   * upgrade. It is made from the program's real path, size and time, so that the client need not be
   * started to learn its version.
   */
  public String fingerprint() {
    Path home =
        Optional.ofNullable(System.getenv("DOCKER_CONFIG"))
            .map(Path::of)
            .orElseGet(() -> Path.of(System.getProperty("user.home", "."), ".docker"))
            .resolve("cli-plugins");
    String parts =
        Stream.concat(Stream.of(program, home), PLUGIN_FOLDERS.stream().map(Path::of))
            .map(InstalledDocker::trace)
            .toList()
            .toString();
    var sum = new CRC32();
    sum.update(parts.getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(sum.getValue());
  }

  private static String trace(Path path) {
    try {
      return path.toRealPath() + " " + Files.size(path) + " " + Files.getLastModifiedTime(path);
    } catch (IOException _) {
      return "-";
    }
  }
}
