package dev.ropewalk.sandbox;

import dev.ropewalk.patience.Patience;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Hands each connection to a port of our end of the link on to one fixed address, for as long as it
 * is open. At most {@value #MOST} at once: whoever is inside cannot use up our files.
 */
final class RegistryRelay implements AutoCloseable {
  private static final int MOST = 64;
  private static final int PATIENCE_MILLIS = (int) Patience.BUSY_MACHINE.toMillis();

  private final ServerSocket listening;
  private final InetSocketAddress target;
  private final Semaphore places = new Semaphore(MOST);
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private RegistryRelay(ServerSocket listening, InetSocketAddress target) {
    this.listening = listening;
    this.target = target;
  }

  static RegistryRelay start(String address, InetSocketAddress target) {
    try {
      var relay =
          new RegistryRelay(new ServerSocket(0, MOST, InetAddress.getByName(address)), target);
      Thread.startVirtualThread(relay::accept);
      return relay;
    } catch (IOException e) {
      throw new SandboxProblem("The link's address " + address + " cannot be used.", e);
    }
  }

  int port() {
    return listening.getLocalPort();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket inner = listening.accept();
        if (places.tryAcquire()) {
          Thread.startVirtualThread(() -> serve(inner));
        } else {
          inner.close();
        }
      } catch (IOException e) {
        // Closed, by us or by whoever called.
      }
    }
  }

  private void serve(Socket inner) {
    try (inner;
        var outer = new Socket()) {
      open.add(inner);
      outer.connect(
          new InetSocketAddress(target.getHostString(), target.getPort()), PATIENCE_MILLIS);
      Thread upwards = Thread.startVirtualThread(() -> copy(inner, outer));
      copy(outer, inner);
      inner.shutdownInput();
      upwards.join();
    } catch (IOException e) {
      // The caller sees a closed connection, as from the address itself.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(inner);
      places.release();
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      // One side has gone; the other is told by the end of the stream.
    }
  }

  @Override
  public void close() {
    try {
      listening.close();
      for (Socket each : open) {
        each.close();
      }
    } catch (IOException e) {
      throw new SandboxProblem("The relay to the registry cannot be closed.", e);
    }
  }
}
