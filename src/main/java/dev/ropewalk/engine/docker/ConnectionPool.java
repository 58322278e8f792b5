package dev.ropewalk.engine.docker;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Connections to one socket, kept open between requests. Safe for use by several threads. */
final class ConnectionPool implements Closeable {
  private static final int MOST_IDLE = 4;

  private final Path socket;
  private final ConcurrentLinkedDeque<UnixConnection> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  ConnectionPool(Path socket) {
    this.socket = socket;
  }

  /** The connection used last that still seems to be open. */
  Optional<UnixConnection> kept() {
    for (var connection = idle.pollFirst(); connection != null; connection = idle.pollFirst()) {
      if (connection.fresh()) {
        return Optional.of(connection);
      }
      connection.close();
    }
    return Optional.empty();
  }

  /** A new connection. */
  UnixConnection open() throws IOException {
    return UnixConnection.open(socket);
  }

  /** Takes back a connection whose response has been read to its end. */
  void give(UnixConnection connection) {
    idle.addFirst(connection);
    while (closed || idle.size() > MOST_IDLE) {
      UnixConnection surplus = idle.pollLast();
      if (surplus == null) {
        return;
      }
      surplus.close();
    }
  }

  @Override
  public void close() {
    closed = true;
    idle.forEach(UnixConnection::close);
    idle.clear();
  }
}
