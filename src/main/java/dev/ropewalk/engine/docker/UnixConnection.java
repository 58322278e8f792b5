package dev.ropewalk.engine.docker;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A connection to a Unix-domain socket on which nobody waits past a deadline. Used by one thread at
 * a time; any thread may close it, which ends the wait of the one that uses it.
 */
final class UnixConnection implements Closeable {
  private final SocketChannel channel;
  private final Selector selector;
  private final SelectionKey key;
  private final InputStream input = new Input();
  private final ByteBuffer buffer = ByteBuffer.allocate(16 * 1024).flip();
  private Deadline deadline = Deadline.NONE;

  private UnixConnection(SocketChannel channel, Selector selector) throws IOException {
    this.channel = channel;
    this.selector = selector;
    channel.configureBlocking(false);
    this.key = channel.register(selector, SelectionKey.OP_READ);
  }

  /**
   * Connects.
   *
   * @throws ConnectException when nobody is there or we may not
   */
  static UnixConnection open(Path socket) throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      channel.connect(UnixDomainSocketAddress.of(socket));
    } catch (IOException e) {
      channel.close();
      ConnectException refused = new ConnectException(e.getMessage());
      refused.initCause(e);
      throw refused;
    }
    return new UnixConnection(channel, Selector.open());
  }

  /** All that follows must be over by then. */
  void limit(Deadline until) {
    this.deadline = until;
  }

  /** What the other side sends; a read returns as soon as there is something. */
  InputStream input() {
    return input;
  }

  void write(byte[] bytes) throws IOException {
    ByteBuffer out = ByteBuffer.wrap(bytes);
    while (true) {
      channel.write(out);
      if (!out.hasRemaining()) {
        return;
      }
      await(SelectionKey.OP_WRITE);
    }
  }

  /** Whether a request may be sent: the other side has neither hung up nor said anything. */
  boolean fresh() {
    try {
      buffer.compact();
      int count = channel.read(buffer);
      buffer.flip();
      return count == 0 && !buffer.hasRemaining();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    try (selector) {
      channel.close();
    } catch (IOException e) {
      // Closed is closed: nothing that was to be said is lost.
    }
  }

  private void await(int readiness) throws IOException {
    try {
      key.interestOps(readiness);
      selector.select(deadline.millisLeft());
      selector.selectedKeys().clear();
    } catch (ClosedSelectorException | CancelledKeyException e) {
      ClosedChannelException closed = new ClosedChannelException();
      closed.initCause(e);
      throw closed;
    }
  }

  private boolean fill() throws IOException {
    buffer.clear();
    int count;
    while ((count = channel.read(buffer)) == 0) {
      await(SelectionKey.OP_READ);
    }
    buffer.flip();
    return count > 0;
  }

  private final class Input extends InputStream {
    @Override
    public int read() throws IOException {
      return buffer.hasRemaining() || fill() ? buffer.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      Objects.checkFromIndexSize(offset, length, bytes.length);
      if (length == 0) {
        return 0;
      }
      if (!buffer.hasRemaining() && !fill()) {
        return -1;
      }
      int count = Math.min(length, buffer.remaining());
      buffer.get(bytes, offset, count);
      return count;
    }
  }
}
