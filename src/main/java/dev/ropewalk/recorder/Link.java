package dev.ropewalk.recorder;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A client's connection and ours to the engine. Two threads forward, one for each direction; the
 * one that reads faster than the other side takes waits, so that nothing piles up. The end of one
 * direction is passed on and leaves the other open.
 */
final class Link implements Closeable {
  private final SocketChannel client;
  private final SocketChannel engine;
  private final Conversation conversation;
  private final Buffers buffers;
  private final Consumer<Link> ended;
  private final AtomicInteger open = new AtomicInteger(2);

  Link(
      SocketChannel client,
      SocketChannel engine,
      Conversation conversation,
      Buffers buffers,
      Consumer<Link> ended) {
    this.client = client;
    this.engine = engine;
    this.conversation = conversation;
    this.buffers = buffers;
    this.ended = ended;
  }

  /** Forwards on this thread and another until both directions have ended. */
  void run(Executor threads) {
    threads.execute(
        () ->
            pump(
                engine,
                client,
                conversation::answered,
                conversation::engineEnded,
                conversation::clientEnded));
    pump(client, engine, conversation::asked, conversation::clientEnded, () -> {});
  }

  @Override
  public void close() {
    quietly(client);
    quietly(engine);
  }

  /**
   * Forwards one direction.
   *
   * @param end is called at the end of what comes
   * @param deaf is called when the other side takes no more
   */
  private void pump(
      SocketChannel from,
      SocketChannel to,
      Consumer<ByteBuffer> reader,
      Runnable end,
      Runnable deaf) {
    ByteBuffer block = Buffers.NONE;
    try {
      block = buffers.small();
      while (read(from, block)) {
        reader.accept(block);
        if (!write(to, block)) {
          deaf.run();
          // So that who writes there learns that nobody reads.
          shutdown(from::shutdownInput);
          break;
        }
        if (block.limit() == block.capacity()) {
          block = buffers.larger(block);
        }
      }
      end.run();
      shutdown(to::shutdownOutput);
    } catch (Error e) {
      close(); // Never half a relay.
      throw e;
    } finally {
      buffers.give(block);
      if (open.decrementAndGet() == 0) {
        conversation.engineEnded();
        close();
        ended.accept(this);
      }
    }
  }

  /** A connection that is broken has ended. */
  private static boolean read(SocketChannel from, ByteBuffer block) {
    try {
      boolean more = from.read(block.clear()) >= 0;
      block.flip();
      return more;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean write(SocketChannel to, ByteBuffer block) {
    try {
      while (block.hasRemaining()) {
        to.write(block);
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private interface Shutdown {
    Object run() throws IOException;
  }

  private static void shutdown(Shutdown direction) {
    try {
      direction.run();
    } catch (IOException e) {
      // It is closed already, which says more.
    }
  }

  private static void quietly(SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // Closed is closed: all that was to be passed on has been.
    }
  }
}
