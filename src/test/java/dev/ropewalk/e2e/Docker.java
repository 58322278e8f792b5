package dev.ropewalk.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The docker command, from outside of ropewalk. */
final class Docker {
  private Docker() {}

  /** Runs it and returns what it prints on both streams, whatever its exit code. */
  static String run(String... arguments) {
    List<String> command = new ArrayList<>(List.of("docker"));
    command.addAll(List.of(arguments));
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Has an image there, or says at once why it cannot be: a lesson would wait for it for ever. */
  static void fetch(String image) {
    if (images(image).isEmpty()) {
      String pulled = run("pull", "--quiet", image);
      if (images(image).isEmpty()) {
        throw new AssertionError("the engine has no image " + image + ": " + pulled);
      }
    }
  }

  private static String images(String image) {
    return run("image", "ls", "--quiet", image);
  }

  /** The full ids of all containers. */
  static Set<String> containers() {
    return run("ps", "-aq", "--no-trunc").lines().collect(Collectors.toSet());
  }

  /** The names of all volumes. */
  static Set<String> volumes() {
    return run("volume", "ls", "-q").lines().collect(Collectors.toSet());
  }

  /** Removes containers, running or not, and their unnamed volumes. */
  static void remove(String... containers) {
    List<String> command = new ArrayList<>(List.of("rm", "-f", "-v"));
    command.addAll(List.of(containers));
    run(command.toArray(String[]::new));
  }
}
