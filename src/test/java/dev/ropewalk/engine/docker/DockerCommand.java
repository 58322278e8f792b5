package dev.ropewalk.engine.docker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The docker command, as a learner types it. What a test makes carries a name of its own, and only
 * that is removed at the end.
 */
final class DockerCommand implements AutoCloseable {
  private final String prefix = "adapter-" + UUID.randomUUID().toString().substring(0, 8);

  /** A name that nobody else on the engine uses. */
  String name(String what) {
    return prefix + "-" + what;
  }

  /** Runs it and returns what it prints on both streams, whatever its exit code. */
  String run(String... arguments) {
    List<String> command = new ArrayList<>(List.of("docker"));
    command.addAll(List.of(arguments));
    return output(command);
  }

  /** Runs a line of bash and returns what it prints on both streams. */
  String shell(String line) {
    return output(List.of("bash", "-c", line));
  }

  private static String output(List<String> command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      byte[] output = process.getInputStream().readAllBytes();
      process.waitFor();
      return new String(output, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new AssertionError("the docker command cannot be run", e);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  @Override
  public void close() {
    remove(List.of("rm", "-f", "-v"), "ps", "-aq");
    remove(List.of("network", "rm"), "network", "ls", "-q");
    remove(List.of("volume", "rm"), "volume", "ls", "-q");
  }

  private void remove(List<String> how, String... list) {
    String[] ours =
        Stream.concat(Stream.of(list), Stream.of("--filter", "name=" + prefix))
            .toArray(String[]::new);
    List<String> ids = run(ours).lines().toList();
    if (!ids.isEmpty()) {
      run(Stream.concat(how.stream(), ids.stream()).toArray(String[]::new));
    }
  }
}
