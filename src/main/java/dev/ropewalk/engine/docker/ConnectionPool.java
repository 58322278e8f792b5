package dev.ropewalk.engine.docker;

import dev.ropewalk.http.HttpConnection;
import java.io.Closeable;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Connections to one socket, kept open between requests. Safe for use by several threads. */
final class ConnectionPool implements Closeable {
  private static final int MOST_IDLE = 4;

  private final Path socket;
  private final ConcurrentLinkedDeque<HttpConnection> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  ConnectionPool(Path socket) {
    this.socket = socket;
  }

  /** The connection used last that still seems to be open. */
  Optional<HttpConnection> kept() {
    for (var connection = idle.pollFirst(); connection != null; connection = idle.pollFirst()) {
      if (connection.fresh()) {
        return Optional.of(connection);
      }
      connection.close();
    }
    return Optional.empty();
  }

  /** A new connection. */
  HttpConnection open() throws IOException {
    return HttpConnection.open(UnixDomainSocketAddress.of(socket));
  }

  /** Takes back a connection whose response has been read to its end. */
  void give(HttpConnection connection) {
    idle.addFirst(connection);
    while (closed || idle.size() > MOST_IDLE) {
      HttpConnection surplus = idle.pollLast();
      if (surplus == null) {
        return;
      }
      surplus.close();
    }
  }

  @Override
  public void close() {
    closed = true;
    idle.forEach(HttpConnection::close);
    idle.clear();
  }
}
