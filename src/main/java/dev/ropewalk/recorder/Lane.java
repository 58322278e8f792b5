package dev.ropewalk.recorder;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A socket of the recorder's own for one asker: a prompt line, a shell. What comes through it
 * carries its name ({@link dev.ropewalk.engine.Exchange#lane}). Safe for use by several threads.
 */
public final class Lane implements Closeable {
  /** Many clients may connect at once; with the usual backlog most of them would be refused. */
  private static final int BACKLOG = 4096;

  private final String name;
  private final Path socket;
  private final Admission admission;
  private final Consumer<SocketChannel> clients;
  private final Consumer<Lane> closed;
  private @Nullable ServerSocketChannel server;
  private boolean ended;

  Lane(
      String name,
      Path socket,
      Admission admission,
      Consumer<SocketChannel> clients,
      Consumer<Lane> closed) {
    this.name = name;
    this.socket = socket;
    this.admission = admission;
    this.clients = clients;
    this.closed = closed;
  }

  public String name() {
    return name;
  }

  /** The value of {@code DOCKER_HOST} that leads a client through here. */
  public String address() {
    return "unix://" + socket;
  }

  Path socket() {
    return socket;
  }

  /**
   * Ends it: nobody new can connect. The connections that there are live on, so that a command in
   * the background is not cut off; but one that it opens later is refused, so that a lane whose
   * line has left jobs in the background is better led to another ({@link #leadTo}).
   */
  @Override
  public void close() {
    synchronized (this) {
      ended = true;
      silence();
    }
    closed.accept(this);
  }

  /**
   * Ends it, and leads whoever connects to its socket later to another lane: for what its line has
   * left running.
   *
   * @throws IOException when the file system has no such links
   */
  public void leadTo(Lane other) throws IOException {
    Path link = socket.resolveSibling(socket.getFileName() + ".link");
    synchronized (this) {
      Files.deleteIfExists(link);
      Files.createSymbolicLink(link, other.socket.getFileName());
      ended = true;
      if (server != null) {
        Files.move(link, socket, StandardCopyOption.ATOMIC_MOVE);
        accept();
        server.close();
        server = null;
      } else {
        Files.move(link, socket, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    closed.accept(this);
  }

  /**
   * Listens, if it does not already.
   *
   * @return the new listener, to be waited at
   * @throws IOException when the socket cannot be made
   */
  synchronized @Nullable ServerSocketChannel listen() throws IOException {
    if (ended || server != null) {
      return null;
    }
    Files.deleteIfExists(socket); // A recorder that was killed leaves its sockets.
    // A socket is there before somebody listens at it: under its name it is seen only afterwards.
    Path unready = socket.resolveSibling(socket.getFileName() + "~");
    Files.deleteIfExists(unready);
    ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      listener.bind(UnixDomainSocketAddress.of(unready), BACKLOG);
      admission.openSocket(unready);
      listener.configureBlocking(false);
      Files.move(unready, socket, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      listener.close();
      throw e;
    }
    server = listener;
    return listener;
  }

  /** Takes all who wait. */
  synchronized void accept() throws IOException {
    if (server != null) {
      for (SocketChannel next = server.accept(); next != null; next = server.accept()) {
        clients.accept(next);
      }
    }
  }

  /** Listens no longer, without a file that says otherwise; who waits already is taken still. */
  synchronized void silence() {
    try {
      if (server != null) {
        Files.deleteIfExists(socket);
        accept();
        server.close();
        server = null;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
