package dev.ropewalk.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ropewalk.engine.EngineProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineAddressTest {
  /** The SHA-256 of {@code lab}, under which the docker command keeps a context of this name. */
  private static final String LAB =
      "a51146d38077ff992eba84cf1d5e9b249073503eb74868699016153b031a38f7";

  @TempDir Path home;

  @Test
  void without_any_configuration_it_is_the_socket_of_this_machine() {
    assertThat(find(Map.of())).isEqualTo(new EngineAddress.Socket(EngineAddress.DEFAULT_SOCKET));
  }

  @Test
  void docker_host_names_a_socket() {
    assertThat(find(Map.of("DOCKER_HOST", "unix:///run/user/1000/docker.sock")))
        .isEqualTo(new EngineAddress.Socket(Path.of("/run/user/1000/docker.sock")));
  }

  @Test
  void a_network_address_without_a_port_has_the_usual_one() {
    assertThat(find(Map.of("DOCKER_HOST", "tcp://build")))
        .isEqualTo(new EngineAddress.Network("build", 2375, Optional.empty()));
  }

  @Test
  void a_bare_host_and_port_is_a_network_address() {
    assertThat(find(Map.of("DOCKER_HOST", "build:1234")))
        .isEqualTo(new EngineAddress.Network("build", 1234, Optional.empty()));
  }

  @Test
  void its_variables_lead_the_docker_command_to_the_same_engine() {
    var secret = new EngineAddress.Network("build", 2376, Optional.of(Path.of("/certs")));

    assertThat(find(EngineAddress.ofThisMachine().variables()))
        .isEqualTo(EngineAddress.ofThisMachine());
    assertThat(find(secret.variables())).isEqualTo(secret);
  }

  @Test
  void tls_takes_the_certificates_from_the_folder_that_is_named() {
    assertThat(
            find(
                Map.of(
                    "DOCKER_HOST", "tcp://build",
                    "DOCKER_TLS_VERIFY", "1",
                    "DOCKER_CERT_PATH", "/certificates")))
        .isEqualTo(new EngineAddress.Network("build", 2376, Optional.of(Path.of("/certificates"))));
  }

  @Test
  void tls_without_a_folder_takes_the_certificates_from_the_configuration() {
    assertThat(find(Map.of("DOCKER_HOST", "tcp://build:99", "DOCKER_TLS_VERIFY", "1")))
        .isEqualTo(new EngineAddress.Network("build", 99, Optional.of(home.resolve(".docker"))));
  }

  @Test
  void published_ports_of_a_remote_engine_are_on_its_host() {
    assertThat(find(Map.of("DOCKER_HOST", "tcp://build:2375")).publishedHost()).isEqualTo("build");
    assertThat(find(Map.of()).publishedHost()).isEqualTo("127.0.0.1");
  }

  @Test
  void the_configuration_chooses_a_context() throws IOException {
    Path folder = home.resolve(".docker");
    context(folder, "unix:///lab.sock");
    Files.writeString(folder.resolve("config.json"), "{\"currentContext\": \"lab\"}");

    assertThat(find(Map.of())).isEqualTo(new EngineAddress.Socket(Path.of("/lab.sock")));
  }

  @Test
  void docker_context_goes_before_the_configuration_and_docker_config_moves_it()
      throws IOException {
    Path folder = home.resolve("elsewhere");
    context(folder, "tcp://lab:2375");
    Files.writeString(folder.resolve("config.json"), "{\"currentContext\": \"other\"}");

    assertThat(find(Map.of("DOCKER_CONFIG", folder.toString(), "DOCKER_CONTEXT", "lab")))
        .isEqualTo(new EngineAddress.Network("lab", 2375, Optional.empty()));
  }

  @Test
  void docker_host_goes_before_any_context() throws IOException {
    context(home.resolve(".docker"), "unix:///lab.sock");

    assertThat(find(Map.of("DOCKER_HOST", "unix:///mine.sock", "DOCKER_CONTEXT", "lab")))
        .isEqualTo(new EngineAddress.Socket(Path.of("/mine.sock")));
  }

  @Test
  void a_context_brings_its_certificates() throws IOException {
    Path folder = home.resolve(".docker");
    context(folder, "tcp://lab:2376");
    Path certificates = folder.resolve("contexts/tls").resolve(LAB).resolve("docker");
    Files.createDirectories(certificates);

    assertThat(find(Map.of("DOCKER_CONTEXT", "lab")))
        .isEqualTo(new EngineAddress.Network("lab", 2376, Optional.of(certificates)));
  }

  @Test
  void the_default_context_is_the_socket_of_this_machine() throws IOException {
    Files.createDirectories(home.resolve(".docker"));
    Files.writeString(home.resolve(".docker/config.json"), "{\"currentContext\": \"default\"}");

    assertThat(find(Map.of())).isEqualTo(new EngineAddress.Socket(EngineAddress.DEFAULT_SOCKET));
  }

  @Test
  void a_context_that_does_not_exist_is_named_with_who_asked_for_it() {
    assertProblem(
        () -> find(Map.of("DOCKER_CONTEXT", "lba")),
        "DOCKER_CONTEXT names the docker context `lba`, which does not exist: see `docker context"
            + " ls` and choose one with `docker context use`.");
  }

  @Test
  void a_broken_configuration_is_named_by_its_file() throws IOException {
    Path file = home.resolve(".docker/config.json");
    Files.createDirectories(home.resolve(".docker"));
    Files.writeString(file, "{\"currentContext\": ");

    assertThatExceptionOfType(EngineProblem.class)
        .isThrownBy(() -> find(Map.of()))
        .withMessageStartingWith(file + " is not valid JSON")
        .withMessageEndingWith("repair or remove it.");
  }

  @Test
  void an_unknown_scheme_is_quoted_with_what_to_write_instead() {
    assertProblem(
        () -> find(Map.of("DOCKER_HOST", "http://build:2375")),
        "DOCKER_HOST gives `http://build:2375` as the engine's address, which cannot be used:"
            + " write it as `unix:///PATH` or `tcp://HOST:PORT`, or unset it.");
  }

  @Test
  void a_path_alone_is_no_address() {
    assertProblem(
        () -> find(Map.of("DOCKER_HOST", "/var/run/docker.sock")),
        "DOCKER_HOST gives `/var/run/docker.sock` as the engine's address, which cannot be used:"
            + " write it as `unix:///PATH` or `tcp://HOST:PORT`, or unset it.");
  }

  @Test
  void ssh_is_answered_with_the_way_around() {
    assertProblem(
        () -> find(Map.of("DOCKER_HOST", "ssh://me@build")),
        "DOCKER_HOST gives `ssh://me@build` as the engine's address, which cannot be used:"
            + " ropewalk opens no SSH connection itself; forward the engine's socket with `ssh -NL"
            + " /tmp/engine.sock:/var/run/docker.sock me@build` and set DOCKER_HOST to"
            + " `unix:///tmp/engine.sock`.");
  }

  private EngineAddress find(Map<String, String> environment) {
    return EngineAddress.find(environment, home);
  }

  private static void assertProblem(ThrowingCallable call, String sentence) {
    assertThatExceptionOfType(EngineProblem.class)
        .isThrownBy(call)
        .satisfies(
            problem -> {
              assertThat(problem.kind()).isEqualTo(EngineProblem.Kind.UNREACHABLE);
              assertThat(problem.sentence()).isEqualTo(sentence);
            });
  }

  private static void context(Path folder, String host) throws IOException {
    Path meta = folder.resolve("contexts/meta").resolve(LAB);
    Files.createDirectories(meta);
    Files.writeString(
        meta.resolve("meta.json"),
        """
        {"Name": "lab", "Metadata": {}, "Endpoints": {"docker": {"Host": "%s", "SkipTLSVerify": false}}}
        """
            .formatted(host));
  }
}
