package dev.ropewalk.engine.docker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on a Unix-domain socket that answers each request as a script says. */
public final class UnixServer implements AutoCloseable {
  private final ServerSocketChannel server;
  private final Script script;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<SocketChannel> connections = new CopyOnWriteArrayList<>();
  private final AtomicInteger accepted = new AtomicInteger();

  /** How a request is answered. */
  public interface Script {
    /** Answers; the connection ends when this throws. */
    void answer(String request, OutputStream out) throws IOException;
  }

  /** The other side is to see the end of the connection. */
  public static final class HangUp extends IOException {
    private static final long serialVersionUID = 1;
  }

  private UnixServer(Path socket, Script script) throws IOException {
    this.script = script;
    this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    Thread.ofVirtual().start(this::accept);
  }

  /** Answers as a script says. */
  public static UnixServer start(Path socket, Script script) throws IOException {
    return new UnixServer(socket, script);
  }

  /** Answers everything with the same bytes. */
  public static UnixServer always(Path socket, String answer) throws IOException {
    return start(socket, (_, out) -> out.write(answer.getBytes(StandardCharsets.UTF_8)));
  }

  /** The requests so far, with their bodies. */
  public List<String> requests() {
    return requests;
  }

  /** How many have connected. */
  public int accepted() {
    return accepted.get();
  }

  /** Hangs up on everybody but goes on listening. */
  public void hangUp() throws IOException {
    for (SocketChannel connection : connections) {
      connection.close();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    hangUp();
  }

  private void accept() {
    try {
      while (true) {
        SocketChannel connection = server.accept();
        connections.add(connection);
        accepted.incrementAndGet();
        if (!server.isOpen()) {
          connection.close(); // Accepted while the server was closed, and missed by that.
        }
        Thread.ofVirtual().start(() -> serve(connection));
      }
    } catch (ClosedChannelException e) {
      // The test is over.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(SocketChannel connection) {
    try (connection) {
      InputStream in = Channels.newInputStream(connection);
      OutputStream out = Channels.newOutputStream(connection);
      for (String request = request(in); !request.isEmpty(); request = request(in)) {
        requests.add(request);
        script.answer(request, out);
      }
    } catch (IOException e) {
      // The script, the test or the client has hung up.
    }
  }

  private static String request(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        return "";
      }
      head.write(next);
    }
    String text = head.toString(StandardCharsets.UTF_8);
    int length =
        text.lines()
            .filter(line -> line.startsWith("Content-Length: "))
            .mapToInt(line -> Integer.parseInt(line.substring("Content-Length: ".length())))
            .findFirst()
            .orElse(0);
    return text + new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }
}
