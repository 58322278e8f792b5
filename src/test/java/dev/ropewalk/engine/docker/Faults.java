package dev.ropewalk.engine.docker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A socket or a port that leads to the engine until a test cuts or freezes it; the engine itself
 * and those who use it directly notice nothing.
 */
final class Faults implements AutoCloseable {
  private final SocketAddress address;
  private final Path engine;
  private final List<SocketChannel> channels = new CopyOnWriteArrayList<>();

  /** Held for writing while nothing may pass. */
  private final ReentrantReadWriteLock.WriteLock frozen;

  private final ReentrantReadWriteLock.ReadLock passing;
  private ServerSocketChannel server;

  private Faults(SocketAddress address, Path engine) throws IOException {
    this.address = address;
    this.engine = engine;
    ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    this.frozen = lock.writeLock();
    this.passing = lock.readLock();
    this.server = listen();
  }

  static Faults at(Path socket, Path engine) throws IOException {
    return new Faults(UnixDomainSocketAddress.of(socket), engine);
  }

  /** On a port of this machine that nobody uses. */
  static Faults atSomePort(Path engine) throws IOException {
    return new Faults(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), engine);
  }

  /** The port that was chosen. */
  int port() throws IOException {
    return server.getLocalAddress() instanceof InetSocketAddress inet ? inet.getPort() : 0;
  }

  /** Ends all connections and refuses new ones. */
  void cut() throws IOException {
    server.close();
    if (address instanceof UnixDomainSocketAddress socket) {
      Files.delete(socket.getPath());
    }
    for (SocketChannel channel : channels) {
      channel.close();
    }
    channels.clear();
  }

  void restore() throws IOException {
    server = listen();
  }

  /** Keeps all connections but passes nothing on, as an engine that is stopped by a signal. */
  void freeze() {
    frozen.lock();
  }

  void thaw() {
    frozen.unlock();
  }

  @Override
  public void close() throws IOException {
    if (server.isOpen()) {
      cut();
    }
  }

  private ServerSocketChannel listen() throws IOException {
    ServerSocketChannel listening =
        address instanceof UnixDomainSocketAddress
            ? ServerSocketChannel.open(StandardProtocolFamily.UNIX)
            : ServerSocketChannel.open();
    listening.bind(address);
    Thread.ofPlatform().daemon().start(() -> accept(listening));
    return listening;
  }

  private void accept(ServerSocketChannel listening) {
    try {
      while (true) {
        SocketChannel client = listening.accept();
        SocketChannel upstream = SocketChannel.open(UnixDomainSocketAddress.of(engine));
        channels.addAll(List.of(client, upstream));
        Thread.ofPlatform().daemon().start(() -> pass(client, upstream));
        Thread.ofPlatform().daemon().start(() -> pass(upstream, client));
      }
    } catch (ClosedChannelException e) {
      // Cut.
    } catch (IOException e) {
      throw new AssertionError("the way to the engine is broken", e);
    }
  }

  private void pass(SocketChannel from, SocketChannel to) {
    ByteBuffer buffer = ByteBuffer.allocate(16 * 1024);
    try (from;
        to) {
      while (from.read(buffer.clear()) >= 0) {
        passing.lock();
        try {
          for (buffer.flip(); buffer.hasRemaining(); ) {
            to.write(buffer);
          }
        } finally {
          passing.unlock();
        }
      }
    } catch (IOException e) {
      // One of the two has hung up, so the other shall.
    }
  }
}
