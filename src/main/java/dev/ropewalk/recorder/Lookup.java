package dev.ropewalk.recorder;

import dev.ropewalk.http.Deadline;
import dev.ropewalk.http.HttpConnection;
import dev.ropewalk.http.ResponseHead;
import dev.ropewalk.http.ResponseReader;
import dev.ropewalk.patience.Patience;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Asks the engine about one object, on a connection of its own: about a millisecond. A client waits
 * meanwhile, which an engine that does not answer would keep waiting by itself.
 */
final class Lookup {
  private static final Duration PATIENCE = Patience.AT_THE_PROMPT;

  private final SocketAddress engine;

  Lookup(SocketAddress engine) {
    this.engine = engine;
  }

  /** What the engine says when asked; what it says besides 200 and 404 is no answer. */
  sealed interface Said {
    record There(JsonItem facts) implements Said {}

    record NotThere() implements Said {}

    record Nothing() implements Said {}
  }

  Said image(String reference) {
    return ask("/images/" + encoded(reference) + "/json", Set.of("Id"));
  }

  Said volume(String name) {
    return ask("/volumes/" + encoded(name), Set.of("Name"));
  }

  Said container(String id) {
    return ask(
        "/containers/" + encoded(id) + "/json", Set.of("Id", "Name", "Mounts.Type", "Mounts.Name"));
  }

  /** The engine answers at all. */
  void ping() throws IOException {
    get("/_ping");
  }

  private Said ask(String path, Set<String> wanted) {
    try {
      Optional<byte[]> body = get(path);
      if (body.isEmpty()) {
        return new Said.NotThere();
      }
      AtomicReference<JsonItem> item = new AtomicReference<>(new JsonItem());
      new JsonTap("", wanted, item::set).read(ByteBuffer.wrap(body.get()));
      return item.get().isEmpty() ? new Said.Nothing() : new Said.There(item.get());
    } catch (IOException e) {
      return new Said.Nothing();
    }
  }

  private Optional<byte[]> get(String path) throws IOException {
    try (HttpConnection connection = HttpConnection.open(engine)) {
      connection.limit(Deadline.in(PATIENCE));
      connection.write(
          ("GET " + path + " HTTP/1.1\r\nHost: docker\r\nConnection: close\r\n\r\n")
              .getBytes(StandardCharsets.UTF_8));
      ResponseReader reader = new ResponseReader(connection);
      ResponseHead head = reader.head("GET");
      return switch (head.status()) {
        case 200 -> Optional.of(reader.body().readAllBytes());
        case 404 -> Optional.empty();
        default -> throw new IOException("the engine answers with " + head.status());
      };
    }
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%2F", "/")
        .replace("%3A", ":")
        .replace("%40", "@");
  }
}
