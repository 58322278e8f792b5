package dev.ropewalk.recorder;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

/** The connections that there are. Safe for use by several threads. */
final class Links implements Closeable {
  private final SocketAddress engine;
  private final Ledger ledger;
  private final ExecutorService threads = Threads.pool();
  private final Buffers buffers = new Buffers();
  private final Set<Link> open = ConcurrentHashMap.newKeySet();
  private volatile Runnable engineIsAway = () -> {};
  private volatile boolean closed;

  Links(SocketAddress engine, Ledger ledger) {
    this.engine = engine;
    this.ledger = ledger;
  }

  void whenEngineIsAway(Runnable action) {
    engineIsAway = action;
  }

  /** Forwards between a client and the engine, on threads of their own. */
  void add(String lane, SocketChannel client) {
    try {
      threads.execute(() -> connect(lane, client));
    } catch (RejectedExecutionException e) {
      close(client); // All of it is being closed.
    }
  }

  private void connect(String lane, SocketChannel client) {
    SocketChannel dialled;
    try {
      dialled = SocketChannel.open(engine);
    } catch (IOException e) {
      engineIsAway.run();
      close(client);
      return;
    }
    Link link = new Link(client, dialled, new Conversation(lane, ledger), buffers, open::remove);
    open.add(link);
    if (closed) {
      link.close();
    }
    try {
      link.run(threads);
    } catch (RejectedExecutionException e) {
      link.close();
    }
  }

  @Override
  public void close() {
    closed = true;
    open.forEach(Link::close);
    threads.shutdown();
  }

  private static void close(SocketChannel client) {
    try {
      client.close();
    } catch (IOException e) {
      // It has gone itself.
    }
  }
}
