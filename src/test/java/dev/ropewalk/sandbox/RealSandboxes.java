package dev.ropewalk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ropewalk.patience.Patience;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/**
 * Where real engines can be started, with the images of the registry that {@code engine/up} starts.
 */
final class RealSandboxes {
  private static final InetSocketAddress REGISTRY =
      new InetSocketAddress("127.0.0.1", Integer.getInteger("ropewalk.registry.port", 5055));
  static final SandboxPlan PLAN = SandboxPlan.empty().withRegistry(REGISTRY);
  private static final long POLL_NANOS = 10_000_000;

  private RealSandboxes() {}

  /** Skips the tests of a machine that cannot start any. */
  static void assumeHere() {
    assumeTrue(new NamespaceSandboxes().missing().isEmpty(), "root and Docker's packages");
    try (var socket = new Socket(REGISTRY.getAddress(), REGISTRY.getPort())) {
      assumeTrue(socket.isConnected());
    } catch (IOException e) {
      assumeTrue(false, "the registry of `engine/up`");
    }
  }

  /** What redis answers; it needs a moment before it listens. */
  static String pong(InetAddress address, int port) throws IOException {
    long deadline = System.nanoTime() + Patience.BUSY_MACHINE.toNanos();
    while (true) {
      try (var socket = new Socket(address, port)) {
        socket.setSoTimeout((int) Patience.BUSY_MACHINE.toMillis());
        socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
        return new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII);
      } catch (ConnectException e) {
        assertThat(System.nanoTime()).as("redis answers").isLessThan(deadline);
        LockSupport.parkNanos(POLL_NANOS);
      }
    }
  }
}
