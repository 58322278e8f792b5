package dev.ropewalk.engine.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.ropewalk.engine.EngineProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The contexts that the docker command keeps in its configuration folder.
 *
 * @param folder usually {@code ~/.docker}
 */
record DockerContexts(Path folder) {
  private static final String DEFAULT = "default";

  Path file() {
    return folder.resolve("config.json");
  }

  /** The context that the configuration file has chosen, if any. */
  Optional<String> current() {
    if (!Files.exists(file())) {
      return Optional.empty();
    }
    return Optional.of(read(file()).text("currentContext"))
        .filter(name -> !name.isEmpty() && !name.equals(DEFAULT));
  }

  /**
   * Where the engine of a context is.
   *
   * @param origin who named the context, for the message
   * @throws EngineProblem when there is no such context, or its file makes no sense
   */
  EngineAddress address(String name, String origin) {
    if (name.equals(DEFAULT)) {
      return EngineAddress.ofThisMachine();
    }
    Path meta = folder.resolve("contexts/meta").resolve(key(name)).resolve("meta.json");
    if (!Files.exists(meta)) {
      throw problem(
          ("%s names the docker context `%s`, which does not exist: see `docker context ls` and"
                  + " choose one with `docker context use`.")
              .formatted(origin, name),
          null);
    }
    Fields endpoint = read(meta).child("Endpoints").child("docker");
    if (endpoint.text("Host").isEmpty()) {
      throw problem(
          ("The docker context `%s` has no address of an engine in %s: recreate it with `docker"
                  + " context create`.")
              .formatted(name, meta),
          null);
    }
    Path certificates = folder.resolve("contexts/tls").resolve(key(name)).resolve("docker");
    return EngineAddress.parse(
        endpoint.text("Host"),
        Files.isDirectory(certificates) ? Optional.of(certificates) : Optional.empty(),
        "The docker context `%s`".formatted(name));
  }

  private static Fields read(Path file) {
    try {
      return new Fields(
          RawModels.mapper()
              .readValue(Files.readAllBytes(file), new TypeReference<Map<String, Object>>() {}));
    } catch (JsonProcessingException e) {
      throw problem(
          "%s is not valid JSON (%s): repair or remove it."
              .formatted(file, e.getOriginalMessage().lines().findFirst().orElse("")),
          e);
    } catch (IOException e) {
      throw problem("%s cannot be read: check its permissions.".formatted(file), e);
    }
  }

  /** The name of a context's folder: the SHA-256 of its name, in hexadecimal digits. */
  private static String key(String name) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static EngineProblem problem(String sentence, @Nullable Throwable cause) {
    return new EngineProblem(EngineProblem.Kind.UNREACHABLE, sentence, cause);
  }
}
