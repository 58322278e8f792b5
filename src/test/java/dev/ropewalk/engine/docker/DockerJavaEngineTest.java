package dev.ropewalk.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ropewalk.engine.EngineProblem;
import dev.ropewalk.patience.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How an engine is greeted and what is said when that fails, with engines that only pretend. */
class DockerJavaEngineTest {
  @TempDir Path folder;
  private Path socket = Path.of("");

  @BeforeEach
  void place() {
    socket = folder.resolve("s");
  }

  @Test
  void an_old_engine_is_spoken_to_in_its_own_version() throws IOException {
    try (UnixServer server = pretend("1.41", "Docker/20.10.24 (linux)");
        DockerJavaEngine engine = connect()) {
      assertThat(engine.info().apiVersion()).isEqualTo("1.41");
      assertThat(server.requests().getLast()).startsWith("GET /v1.41/info ");
    }
  }

  @Test
  void a_new_engine_is_spoken_to_in_the_newest_version_we_know() throws IOException {
    try (UnixServer server = pretend("1.55", "Docker/31.0.0 (linux)");
        DockerJavaEngine engine = connect()) {
      assertThat(engine.info().apiVersion()).isEqualTo("1.44");
      assertThat(server.requests().getLast()).startsWith("GET /v1.44/info ");
    }
  }

  @Test
  void info_is_asked_for_once() throws IOException {
    try (UnixServer server = pretend("1.41", "Libpod/4.3.1 (linux)");
        DockerJavaEngine engine = connect()) {
      assertThat(engine.info().name()).isEqualTo("Podman on lab");
      assertThat(engine.info().cgroupVersion()).isEqualTo(2);

      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void the_engines_clock_is_compared_with_ours() throws IOException {
    try (UnixServer server = pretend("1.41", "Docker/20.10.24 (linux)");
        DockerJavaEngine engine = connect()) {
      assertThat(engine.info().clockAhead()).isEqualTo(Duration.ofMinutes(-2));
      assertThat(server.accepted()).isEqualTo(1);
    }
  }

  @Test
  void an_error_is_told_in_the_engines_words() throws IOException {
    try (UnixServer server =
            UnixServer.start(
                socket,
                (request, out) ->
                    out.write(
                        request.startsWith("GET /_ping")
                            ? ping("1.41", "Docker")
                            : answer(
                                "500 Internal Server Error", "", "{\"message\":\"no space\"}")));
        DockerJavaEngine engine = connect()) {
      assertProblem(engine::world, EngineProblem.Kind.REFUSED, "no space");
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void what_answers_but_is_no_engine_is_refused() throws IOException {
    try (UnixServer server =
        UnixServer.start(socket, (_, out) -> out.write(answer("200 OK", "", "hello")))) {
      assertProblem(
          this::connect,
          EngineProblem.Kind.REFUSED,
          "What answers at unix://%s is no container engine: correct the address."
              .formatted(socket));
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void a_socket_that_does_not_exist_is_told_apart() {
    assertProblem(
        this::connect,
        EngineProblem.Kind.UNREACHABLE,
        "There is no engine's socket at %s: install and start Docker, or say where the engine is"
                .formatted(socket)
            + " with DOCKER_HOST or `docker context use`.");
  }

  @Test
  void a_socket_at_which_nobody_listens_is_told_apart() throws IOException {
    try (ServerSocketChannel left = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      left.bind(UnixDomainSocketAddress.of(socket));
    }

    assertProblem(
        this::connect,
        EngineProblem.Kind.UNREACHABLE,
        "The socket %s is there, but no engine listens at it: start it with `sudo systemctl start"
                .formatted(socket)
            + " docker` or open Docker Desktop.");
  }

  @Test
  void a_socket_that_we_may_not_use_is_told_apart() {
    Problems problems = new Problems(new EngineAddress.Socket(socket), DockerJavaEngine.DEADLINE);

    EngineProblem problem =
        problems.of(new UncheckedIOException(new ConnectException("Permission denied")));

    assertThat(problem.sentence())
        .isEqualTo(
            "You may not use the engine's socket %s: join the group that owns it with `sudo usermod"
                    .formatted(socket)
                + " -aG docker $USER` and log in again (members of that group are root on this"
                + " machine).");
  }

  private DockerJavaEngine connect() {
    return DockerJavaEngine.connect(
        new EngineAddress.Socket(socket),
        Patience.BUSY_MACHINE,
        InstantSource.fixed(Instant.parse("2026-11-01T10:02:00Z")));
  }

  private UnixServer pretend(String version, String server) throws IOException {
    return UnixServer.start(
        socket,
        (request, out) ->
            out.write(
                request.startsWith("GET /_ping")
                    ? ping(version, server)
                    : answer(
                        "200 OK",
                        "",
                        """
                        {"Name": "lab", "CgroupVersion": "2", "SystemTime": "2026-11-01T10:00:00Z"}
                        """)));
  }

  private static byte[] ping(String version, String server) {
    return answer("200 OK", "Api-Version: %s\r\nServer: %s\r\n".formatted(version, server), "OK");
  }

  private static byte[] answer(String status, String headers, String body) {
    return "HTTP/1.1 %s\r\n%sContent-Length: %s\r\n\r\n%s"
        .formatted(status, headers, body.length(), body)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void assertProblem(
      ThrowingCallable call, EngineProblem.Kind kind, String sentence) {
    assertThatExceptionOfType(EngineProblem.class)
        .isThrownBy(call)
        .satisfies(problem -> assertThat(problem.kind()).isEqualTo(kind))
        .withMessage(sentence);
  }
}
