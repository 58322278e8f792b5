package dev.ropewalk.recorder;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Knows whether the engine is there: it holds a connection on which nothing is said, and sees its
 * end at once. While the engine is away it tries again ten times a second.
 */
final class EngineWatch implements Closeable {
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final SocketAddress engine;
  private final Lanes lanes;
  private final AtomicReference<@Nullable SocketChannel> held = new AtomicReference<>();
  private volatile boolean closed;

  EngineWatch(SocketAddress engine, Lanes lanes) {
    this.engine = engine;
    this.lanes = lanes;
  }

  void start() {
    Threads.start("engine", this::watch);
  }

  /** Somebody has not reached the engine: look now. */
  void look() {
    close(held.get());
  }

  @Override
  public void close() {
    closed = true;
    look();
  }

  private void watch() {
    while (!closed) {
      try (SocketChannel connection = SocketChannel.open(engine)) {
        held.set(connection);
        if (closed) {
          return;
        }
        lanes.listen();
        long since = System.nanoTime();
        var _ = connection.read(ByteBuffer.allocate(1));
        if (System.nanoTime() - since < PAUSE.toNanos()) {
          pause(); // Whoever hangs up so soon would be asked for ever.
        }
      } catch (IOException e) {
        if (!reachable()) {
          lanes.silence();
          pause();
        }
      }
    }
  }

  private boolean reachable() {
    try (SocketChannel connection = SocketChannel.open(engine)) {
      return connection.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static void pause() {
    LockSupport.parkNanos(PAUSE.toNanos());
  }

  private static void close(@Nullable SocketChannel connection) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (IOException e) {
      // It has ended, which is what was wanted.
    }
  }
}
