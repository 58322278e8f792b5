package dev.ropewalk.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The plugin that {@code engine/plugins} fetches for tests, where the machine has none. */
public final class ComposePlugin {
  private ComposePlugin() {}

  /**
   * A folder for the variable {@code DOCKER_CONFIG} with the plugin itself and no other, as {@code
   * make test-plugins} makes it; empty where nothing was fetched.
   */
  public static Optional<Path> alone() {
    Path configuration = Path.of("target/compose-client").toAbsolutePath();
    return Optional.of(configuration)
        .filter(it -> Files.isExecutable(it.resolve("cli-plugins/docker-compose")));
  }

  /**
   * A folder for the variable {@code DOCKER_CONFIG} with all plugins; empty where nothing was
   * fetched.
   */
  public static Optional<String> fetched() {
    Path plugins =
        Path.of(
            System.getenv().getOrDefault("ROPEWALK_ENGINE_STATE", "/var/lib/ropewalk-engine"),
            "cache/cli-plugins");
    if (!Files.isExecutable(plugins.resolve("docker-compose"))) {
      return Optional.empty();
    }
    try {
      Path configuration = Files.createDirectories(Path.of("target/docker-client"));
      Path link = configuration.resolve("cli-plugins");
      if (!Files.exists(link)) {
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, plugins);
      }
      return Optional.of(configuration.toAbsolutePath().toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
