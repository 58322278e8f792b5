package dev.ropewalk.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/**
 * A connection to a server on which nobody waits past a deadline. Used by one thread at a time; any
 * thread may close it, which ends the wait of the one that uses it.
 */
public final class HttpConnection implements ByteSource, Closeable {
  private final SocketChannel channel;
  private final Selector selector;
  private final SelectionKey key;
  private final ByteBuffer buffer = ByteBuffer.allocate(16 * 1024).flip();
  private Deadline deadline = Deadline.NONE;

  private HttpConnection(SocketChannel channel, Selector selector) throws IOException {
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
  public static HttpConnection open(SocketAddress server) throws IOException {
    SocketChannel channel;
    try {
      channel = SocketChannel.open(server);
    } catch (IOException e) {
      ConnectException refused = new ConnectException(e.getMessage());
      refused.initCause(e);
      throw refused;
    }
    return new HttpConnection(channel, Selector.open());
  }

  /** All that follows must be over by then. */
  public void limit(Deadline until) {
    this.deadline = until;
  }

  /** What the other side has sent and nobody has taken yet; waits until there is something. */
  @Override
  public ByteBuffer bytes() throws IOException {
    if (!buffer.hasRemaining()) {
      fill();
    }
    return buffer;
  }

  public void write(byte[] bytes) throws IOException {
    ByteBuffer out = ByteBuffer.wrap(bytes);
    while (true) {
      channel.write(out);
      if (!out.hasRemaining()) {
        return;
      }
      await(SelectionKey.OP_WRITE);
    }
  }

  /** Tells the other side that nothing more is said to it; it may go on. */
  public void endOutput() throws IOException {
    channel.shutdownOutput();
  }

  /** Whether a request may be sent: the other side has neither hung up nor said anything. */
  public boolean fresh() {
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

  private void fill() throws IOException {
    buffer.clear();
    while (channel.read(buffer) == 0) {
      await(SelectionKey.OP_READ);
    }
    buffer.flip();
  }
}
