package dev.ropewalk.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The plugin that {@code engine/plugins} fetches for tests, where the machine has none. */
public final class ComposePlugin {
  private ComposePlugin() {}

  /** A folder for the variable {@code DOCKER_CONFIG}; empty where nothing was fetched. */
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
