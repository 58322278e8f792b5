package dev.ropewalk.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A socket in front of the real engine that can go away and come back, as an engine does that is
 * killed or stopped; the engine itself and its containers go on. It remembers what is asked.
 */
final class EngineProxy implements AutoCloseable {
  private static final String REAL = "unix:///var/run/docker.sock";
  private static final Pattern REQUEST =
      Pattern.compile("(GET|POST|PUT|DELETE|HEAD) (?:/v[0-9.]+)?(/\\S*) HTTP/1.1\r\n");

  private final Path socket;
  private final UnixDomainSocketAddress engine;
  private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();
  private final Queue<StringBuffer> asked = new ConcurrentLinkedQueue<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition awake = lock.newCondition();
  private boolean hangs;
  private @Nullable ServerSocketChannel server;

  /**
   * Listens at once.
   *
   * @param socket where to
   */
  EngineProxy(Path socket) {
    this.socket = socket;
    String real = System.getenv().getOrDefault("DOCKER_HOST", REAL);
    this.engine = UnixDomainSocketAddress.of(real.substring("unix://".length()));
    comeBack();
  }

  /** What {@code DOCKER_HOST} has to be. */
  String address() {
    return "unix://" + socket;
  }

  /**
   * All requests until now, such as {@code GET /images/json}, those of each connection in order.
   */
  List<String> requests() {
    return asked.stream()
        .flatMap(connection -> REQUEST.matcher(connection).results())
        .map(request -> request.group(1) + " " + request.group(2))
        .toList();
  }

  /** As if the engine was killed: streams end, and new calls are refused. */
  void goAway() {
    try {
      if (server != null) {
        server.close();
      }
      Files.deleteIfExists(socket);
      for (SocketChannel channel : open) {
        channel.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As if the engine was stopped: calls are accepted and never answered. */
  void hang() {
    hangs(true);
  }

  /** As if it was started, or continued. */
  void comeBack() {
    hangs(false);
    try {
      if (server == null || !server.isOpen()) {
        var fresh = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        fresh.bind(UnixDomainSocketAddress.of(socket));
        server = fresh;
        Thread.ofPlatform().daemon().start(() -> accept(fresh));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void hangs(boolean now) {
    lock.lock();
    try {
      hangs = now;
      awake.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void accept(ServerSocketChannel from) {
    try {
      while (true) {
        SocketChannel client = from.accept();
        SocketChannel there = SocketChannel.open(engine);
        open.add(client);
        open.add(there);
        StringBuffer said = new StringBuffer();
        asked.add(said);
        Thread.ofPlatform().daemon().start(() -> pump(client, there, said::append));
        Thread.ofPlatform().daemon().start(() -> pump(there, client, _ -> {}));
      }
    } catch (IOException e) {
      // Closed by us.
    }
  }

  private void pump(SocketChannel from, SocketChannel to, Consumer<CharBuffer> hears) {
    ByteBuffer buffer = ByteBuffer.allocate(1 << 14);
    try {
      while (from.read(buffer.clear()) >= 0) {
        awaitAwake();
        hears.accept(StandardCharsets.ISO_8859_1.decode(buffer.flip().duplicate()));
        while (buffer.hasRemaining()) {
          to.write(buffer);
        }
      }
      to.shutdownOutput();
    } catch (IOException | InterruptedException e) {
      close(from);
      close(to);
    }
  }

  private void awaitAwake() throws InterruptedException {
    lock.lock();
    try {
      while (hangs) {
        awake.await();
      }
    } finally {
      lock.unlock();
    }
  }

  private void close(SocketChannel channel) {
    open.remove(channel);
    try {
      channel.close();
    } catch (IOException e) {
      // It is of no use any more.
    }
  }

  @Override
  public void close() {
    goAway();
    hangs(false);
  }
}
