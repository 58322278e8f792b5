package dev.ropewalk.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.transport.DockerHttpClient;
import dev.ropewalk.patience.Patience;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnixHttpClientTest {
  private static final Duration LONG = Patience.BUSY_MACHINE;
  private static final Duration SHORT = Duration.ofMillis(50);

  @TempDir Path folder;
  private Path socket = Path.of("");

  @BeforeEach
  void place() {
    socket = folder.resolve("s");
  }

  @Test
  void a_body_of_known_length_is_read_and_the_connection_kept() throws IOException {
    try (UnixServer server =
            UnixServer.always(socket, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
        UnixHttpClient client = new UnixHttpClient(socket, LONG, Answers.WHOLE)) {
      assertThat(get(client)).isEqualTo("hello");
      assertThat(get(client)).isEqualTo("hello");

      assertThat(server.accepted()).isEqualTo(1);
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void a_body_in_chunks_is_put_together_without_its_trailers() throws IOException {
    try (UnixServer server =
            UnixServer.always(
                socket,
                "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n"
                    + "3;name=value\r\nhel\r\n2\r\nlo\r\n0\r\nTrailer: x\r\n\r\n");
        UnixHttpClient client = new UnixHttpClient(socket, LONG, Answers.WHOLE)) {
      assertThat(get(client)).isEqualTo("hello");
      assertThat(get(client)).isEqualTo("hello");

      assertThat(server.accepted()).isEqualTo(1);
    }
  }

  @Test
  void a_body_without_a_length_ends_with_the_connection() throws IOException {
    try (UnixServer server =
            UnixServer.start(
                socket,
                (_, out) -> {
                  out.write(bytes("HTTP/1.1 200 OK\r\n\r\nuntil the end"));
                  throw new UnixServer.HangUp();
                });
        UnixHttpClient client = new UnixHttpClient(socket, LONG, Answers.WHOLE)) {
      assertThat(get(client)).isEqualTo("until the end");
      assertThat(get(client)).isEqualTo("until the end");

      assertThat(server.accepted()).isEqualTo(2);
    }
  }

  @Test
  void an_upgraded_connection_is_all_body() throws IOException {
    try (UnixServer server =
            UnixServer.start(
                socket,
                (_, out) -> {
                  out.write(bytes("HTTP/1.1 101 UPGRADED\r\nUpgrade: tcp\r\n\r\nraw"));
                  throw new UnixServer.HangUp();
                });
        UnixHttpClient client = new UnixHttpClient(socket, LONG, Answers.STREAMED)) {
      assertThat(get(client)).isEqualTo("raw");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void an_answer_without_a_body_keeps_the_connection() throws IOException {
    try (UnixServer server = UnixServer.always(socket, "HTTP/1.1 204 No Content\r\n\r\n");
        UnixHttpClient client = new UnixHttpClient(socket, LONG, Answers.WHOLE)) {
      assertThat(get(client)).isEmpty();
      assertThat(get(client)).isEmpty();

      assertThat(server.accepted()).isEqualTo(1);
    }
  }

  @Test
  void a_stream_is_handed_over_as_it_comes() throws IOException {
    CountDownLatch read = new CountDownLatch(1);
    try (UnixServer server =
            UnixServer.start(
                socket,
                (_, out) -> {
                  out.write(
                      bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n"));
                  await(read);
                  out.write(bytes("2\r\ncd\r\n0\r\n\r\n"));
                });
        UnixHttpClient client = new UnixHttpClient(socket, LONG, Answers.STREAMED);
        DockerHttpClient.Response response = client.execute(request("GET"))) {
      InputStream body = response.getBody();
      assertThat(body.readNBytes(2)).isEqualTo(bytes("ab"));
      read.countDown();
      assertThat(body.readAllBytes()).isEqualTo(bytes("cd"));
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void a_stream_may_be_silent_for_longer_than_the_deadline_and_is_ended_by_closing_it()
      throws Exception {
    try (UnixServer server =
            UnixServer.always(socket, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        UnixHttpClient client = new UnixHttpClient(socket, Patience.OF_COURTESY, Answers.STREAMED);
        DockerHttpClient.Response response = client.execute(request("GET"))) {
      Thread closer = Thread.ofVirtual().unstarted(response::close);

      closer.start();

      assertThatThrownBy(() -> response.getBody().read()).isInstanceOf(IOException.class);
      closer.join();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void an_engine_that_says_nothing_is_given_up_at_the_deadline() throws IOException {
    try (UnixServer server = UnixServer.start(socket, (_, _) -> {});
        UnixHttpClient client = new UnixHttpClient(socket, SHORT, Answers.WHOLE)) {
      assertThatExceptionOfType(UncheckedIOException.class)
          .isThrownBy(() -> client.execute(request("GET")))
          .withCauseInstanceOf(SocketTimeoutException.class);
      assertThat(server.accepted()).isEqualTo(1);
    }
  }

  @Test
  void a_body_that_stays_incomplete_is_given_up_at_the_deadline() throws IOException {
    try (UnixServer server =
            UnixServer.always(socket, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel");
        UnixHttpClient client = new UnixHttpClient(socket, SHORT, Answers.WHOLE)) {
      assertThatExceptionOfType(UncheckedIOException.class)
          .isThrownBy(() -> client.execute(request("GET")))
          .withCauseInstanceOf(SocketTimeoutException.class);
      assertThat(server.accepted()).isEqualTo(1);
    }
  }

  @Test
  void a_body_that_breaks_off_is_no_body() throws IOException {
    try (UnixServer server =
            UnixServer.start(
                socket,
                (_, out) -> {
                  out.write(bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nhel"));
                  throw new UnixServer.HangUp();
                });
        UnixHttpClient client = new UnixHttpClient(socket, LONG, Answers.WHOLE)) {
      assertThatExceptionOfType(UncheckedIOException.class)
          .isThrownBy(() -> client.execute(request("GET")))
          .withCauseInstanceOf(EOFException.class);
      assertThat(server.accepted()).isEqualTo(1);
    }
  }

  @Test
  void what_is_not_http_is_told_apart() throws IOException {
    try (UnixServer server = UnixServer.always(socket, "+PONG\r\n");
        UnixHttpClient client = new UnixHttpClient(socket, LONG, Answers.WHOLE)) {
      assertThatExceptionOfType(UncheckedIOException.class)
          .isThrownBy(() -> client.execute(request("GET")))
          .withCauseInstanceOf(ProtocolException.class);
      assertThat(server.accepted()).isEqualTo(1);
    }
  }

  @Test
  void a_connection_that_the_engine_has_closed_is_not_used_again() throws IOException {
    try (UnixServer server =
            UnixServer.always(socket, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        UnixHttpClient client = new UnixHttpClient(socket, LONG, Answers.WHOLE)) {
      String first = get(client);
      server.hangUp();

      String second = get(client);

      assertThat(first + second).isEmpty();
      assertThat(server.accepted()).isEqualTo(2);
    }
  }

  @Test
  void nobody_there_is_a_failure_to_connect() {
    try (UnixHttpClient client = new UnixHttpClient(socket, LONG, Answers.WHOLE)) {
      assertThatExceptionOfType(UncheckedIOException.class)
          .isThrownBy(() -> client.execute(request("GET")))
          .withCauseInstanceOf(ConnectException.class);
    }
  }

  @Test
  void a_body_is_sent_with_its_length() throws IOException {
    try (UnixServer server =
            UnixServer.always(socket, "HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n");
        UnixHttpClient client = new UnixHttpClient(socket, LONG, Answers.WHOLE)) {
      DockerHttpClient.Request request =
          DockerHttpClient.Request.builder()
              .from(request("POST"))
              .putHeader("content-type", "application/json")
              .bodyBytes(bytes("{\"Cmd\":\"ä\"}"))
              .build();

      int status = client.execute(request).getStatusCode();

      assertThat(status).isEqualTo(201);
      assertThat(server.requests())
          .containsExactly(
              "POST /v1.41/x HTTP/1.1\r\nHost: docker\r\ncontent-type: application/json\r\n"
                  + "Content-Length: 12\r\n\r\n{\"Cmd\":\"ä\"}");
    }
  }

  private static String get(UnixHttpClient client) throws IOException {
    try (DockerHttpClient.Response response = client.execute(request("GET"))) {
      return new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static DockerHttpClient.Request request(String method) {
    return DockerHttpClient.Request.builder().method(method).path("/v1.41/x").build();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
