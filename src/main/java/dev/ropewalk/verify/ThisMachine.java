package dev.ropewalk.verify;

import dev.ropewalk.check.NamespaceKinds;
import dev.ropewalk.check.Probes.Reply;
import dev.ropewalk.engine.Container;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The machine of this process: its own sockets and {@code /proc}. */
final class ThisMachine implements EngineMachine {
  private static final int PATIENCE_MS = 1000;

  @Override
  public Reply ask(String host, int port, String request) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), PATIENCE_MS);
      socket.setSoTimeout(PATIENCE_MS);
      if (request.isEmpty()) {
        return new Reply.Answered("");
      }
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String line = firstLine(socket.getInputStream());
      return line.isEmpty() ? new Reply.Silent() : new Reply.Answered(line);
    } catch (ConnectException e) {
      return new Reply.Refused();
    } catch (SocketTimeoutException e) {
      return new Reply.Silent();
    } catch (IOException e) {
      return request.isEmpty() ? new Reply.Refused() : new Reply.Silent();
    }
  }

  private static String firstLine(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n' && line.length() < 256; c = in.read()) {
      line.append((char) c);
    }
    return line.toString().strip();
  }

  @Override
  public Map<String, String> namespaces() {
    return links(Path.of("/proc/self/ns"));
  }

  /** Those of a process of ours alone: its control group names the container. */
  @Override
  public Optional<Map<String, String>> namespaces(Container container) {
    Path process = Path.of("/proc", Integer.toString(container.status().pid()));
    try {
      return Files.readString(process.resolve("cgroup")).contains(container.id())
          ? Optional.of(links(process.resolve("ns")))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Map<String, String> links(Path folder) {
    Map<String, String> found = new LinkedHashMap<>();
    for (String kind : NamespaceKinds.ALL) {
      try {
        found.putAll(NamespaceLinks.read(Files.readSymbolicLink(folder.resolve(kind)).toString()));
      } catch (IOException e) {
        // Not for us to see: another user's process, or a kernel without this kind.
      }
    }
    return found;
  }
}
