package dev.ropewalk.sandbox;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** Asks an engine whether it is ready. */
final class EnginePing {
  private static final byte[] REQUEST =
      "GET /_ping HTTP/1.0\r\nHost: engine\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final UnixDomainSocketAddress address;

  EnginePing(Path socket) {
    this.address = UnixDomainSocketAddress.of(socket);
  }

  /** Waits for an answer, at most so long; false when there is none, or no good one. */
  boolean answers(Duration patience) {
    try (var channel = SocketChannel.open(address);
        var selector = Selector.open()) {
      channel.write(ByteBuffer.wrap(REQUEST));
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ);
      if (selector.select(Math.max(1, patience.toMillis())) == 0) {
        return false;
      }
      var answer = ByteBuffer.allocate(64);
      channel.read(answer);
      return new String(answer.array(), StandardCharsets.US_ASCII).contains(" 200 ");
    } catch (IOException e) {
      return false;
    }
  }
}
