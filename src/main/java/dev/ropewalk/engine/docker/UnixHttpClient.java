package dev.ropewalk.engine.docker;

import com.github.dockerjava.transport.DockerHttpClient;
import dev.ropewalk.http.Deadline;
import dev.ropewalk.http.HttpConnection;
import dev.ropewalk.http.ResponseHead;
import dev.ropewalk.http.ResponseReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * HTTP over a Unix-domain socket, no more than the engine's API needs: small request bodies, and as
 * input of a container no more than the connection takes before anything is read. docker-java's own
 * transports set up TLS even for a local socket, which costs more than everything else at start-up.
 *
 * <p>Failures are {@link UncheckedIOException}s: a {@link java.net.ConnectException} when nobody is
 * there, a {@link java.net.SocketTimeoutException} when the deadline passes. Safe for use by
 * several threads.
 */
final class UnixHttpClient implements DockerHttpClient {
  /** Bytes of an answer that is taken whole: hundreds of times what a list of containers has. */
  static final int MOST_BYTES = 64 << 20;

  private static final String READ = "GET";

  private final ConnectionPool pool;
  private final Duration deadline;
  private final Answers answers;

  /**
   * A client; it connects when it is first used.
   *
   * @param deadline how long a whole exchange may take, or until the head where the answers stream
   */
  UnixHttpClient(Path socket, Duration deadline, Answers answers) {
    this.pool = new ConnectionPool(socket);
    this.deadline = deadline;
    this.answers = answers;
  }

  @Override
  public Response execute(Request request) {
    try {
      if (request.hijackedInput() != null) {
        return exchange(request, pool.open());
      }
      Optional<HttpConnection> kept = pool.kept();
      if (kept.isPresent()) {
        try {
          return exchange(request, kept.get());
        } catch (SocketTimeoutException | AnswerTooLarge e) {
          throw e;
        } catch (IOException e) {
          if (!request.method().equals(READ)) {
            throw e;
          }
          // The engine has hung up just now, as it may on a connection that is not in use.
        }
      }
      return exchange(request, pool.open());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Response exchange(Request request, HttpConnection connection) throws IOException {
    try {
      return answer(request, connection);
    } catch (IOException e) {
      connection.close();
      throw e;
    }
  }

  private Response answer(Request request, HttpConnection connection) throws IOException {
    connection.limit(Deadline.in(deadline));
    connection.write(bytes(request));
    ResponseReader reader = new ResponseReader(connection);
    ResponseHead head = reader.head(request.method());
    InputStream input = request.hijackedInput();
    if (input != null && head.status() < 300) {
      connection.write(input.readAllBytes());
      connection.endOutput();
    }
    InputStream body = reader.body();
    if (answers != Answers.WHOLE && head.status() < 300) {
      if (answers == Answers.STREAMED) {
        connection.limit(Deadline.NONE);
      }
      return new HttpResponse(head, body, connection::close);
    }
    byte[] bytes = body.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new AnswerTooLarge(MOST_BYTES);
    }
    InputStream whole = new ByteArrayInputStream(bytes);
    if (head.keepsConnection()) {
      pool.give(connection);
    } else {
      connection.close();
    }
    return new HttpResponse(head, whole, () -> {});
  }

  private static byte[] bytes(Request request) throws IOException {
    StringBuilder head = new StringBuilder();
    head.append(request.method()).append(' ').append(request.path()).append(" HTTP/1.1\r\n");
    head.append("Host: docker\r\n");
    request.headers().forEach((name, value) -> header(head, name, value));
    if (request.hijackedInput() != null) {
      header(head, "Connection", "Upgrade");
      header(head, "Upgrade", "tcp");
    }
    InputStream body = request.body();
    byte[] content = body == null ? new byte[0] : body.readAllBytes();
    if (!request.method().equals(READ)) {
      header(head, "Content-Length", Integer.toString(content.length));
    }
    head.append("\r\n");
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
    all.writeBytes(content);
    return all.toByteArray();
  }

  private static void header(StringBuilder head, String name, String value) {
    head.append(name).append(": ").append(value).append("\r\n");
  }

  @Override
  public void close() {
    pool.close();
  }

  private record HttpResponse(ResponseHead head, InputStream body, Runnable end)
      implements Response {
    @Override
    public int getStatusCode() {
      // docker-java takes the change of protocol, which it has asked for, for a refusal.
      return head.switches() ? 200 : head.status();
    }

    @Override
    public Map<String, List<String>> getHeaders() {
      return head.head().headers();
    }

    @Override
    public InputStream getBody() {
      return body;
    }

    @Override
    public void close() {
      end.run();
    }
  }
}
