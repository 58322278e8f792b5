package dev.ropewalk.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ropewalk.sandbox.WithoutEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compose itself reads odd files: it takes and refuses those that we take and refuse, and finds in
 * them what we find. The plugin is one that {@code engine/plugins} fetches, or an installed one.
 */
@WithoutEngine
final class ComposeConfigIT {
  @TempDir private Path parent;

  @ParameterizedTest
  @MethodSource("dev.ropewalk.compose.OddProjects#taken")
  void compose_finds_what_we_find(OddProjects.Project project) throws Exception {
    Path folder = project.into(parent);

    String config = compose(folder).orElseThrow(() -> new AssertionError("it refuses it"));

    assertThat(sorted(ComposeReader.told(folder, config)))
        .isEqualTo(sorted(ComposeReaderTest.ours(folder)));
  }

  @ParameterizedTest
  @MethodSource("dev.ropewalk.compose.OddProjects#refused")
  void compose_refuses_what_we_refuse(OddProjects.Project project) throws Exception {
    assertThat(compose(project.into(parent))).isEmpty();
  }

  /** Compose prints services and variables in an order of its own. */
  private static String sorted(ComposeFile file) {
    Map<String, String> all = new TreeMap<>();
    file.services()
        .forEach(
            (name, service) ->
                all.put(
                    name,
                    List.of(
                            service.image(),
                            service.build(),
                            service.command(),
                            service.ports().stream().map(Object::toString).sorted().toList(),
                            new TreeMap<>(service.dependsOn()),
                            service.mounts().stream().map(Object::toString).sorted().toList(),
                            service.networks().stream().sorted().toList(),
                            service.profiles(),
                            new TreeMap<>(service.env()))
                        .toString()));
    return all + " " + file.networks() + " " + file.volumes();
  }

  /** What it prints; empty where it refuses the files. */
  private Optional<String> compose(Path folder) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("docker", "compose"));
    List<String> names =
        ComposeReader.together("compose.yaml", name -> Files.exists(folder.resolve(name)));
    names.forEach(name -> command.addAll(List.of("-f", name)));
    command.add("config");
    Map<String, String> environment = new HashMap<>(Map.of("COMPOSE_PROFILES", "*"));
    ComposePlugin.fetched().ifPresent(config -> environment.put("DOCKER_CONFIG", config));
    assumeTrue(
        run(folder, environment, List.of("docker", "compose", "version")).isPresent(),
        "there is no `docker compose`: `engine/plugins` fetches it");
    return run(folder, environment, command);
  }

  private static Optional<String> run(
      Path folder, Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("PWD", folder.toString());
    builder.environment().putAll(environment);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() == 0 ? Optional.of(said) : Optional.empty();
  }
}
