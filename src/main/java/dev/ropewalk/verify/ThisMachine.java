package dev.ropewalk.verify;

import dev.ropewalk.check.Probes;
import dev.ropewalk.check.Probes.Reply;
import dev.ropewalk.engine.Container;
import dev.ropewalk.patience.Patience;
import java.io.ByteArrayOutputStream;
import java.io.File;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The machine of this process: its own sockets and {@code /proc}. */
final class ThisMachine implements EngineMachine {
  private static final int PATIENCE_MS = (int) Patience.OF_COURTESY.toMillis();
  private static final int MOST_BYTES = 1 << 16;
  private static final int MOST_SAID = 1 << 20;
  private static final long HEARING_NS = Patience.OF_COURTESY.toNanos();

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

  @Override
  public String hear(String host, int port, String request) {
    ByteArrayOutputStream heard = new ByteArrayOutputStream();
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), PATIENCE_MS);
      socket.setSoTimeout(PATIENCE_MS);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      long end = System.nanoTime() + HEARING_NS;
      byte[] part = new byte[4096];
      int count = in.read(part);
      while (count >= 0 && heard.size() < MOST_BYTES && System.nanoTime() < end) {
        heard.write(part, 0, Math.min(count, MOST_BYTES - heard.size()));
        count = in.read(part);
      }
    } catch (IOException e) {
      // What was heard until then is what there is.
    }
    return heard.toString(StandardCharsets.UTF_8);
  }

  private static String firstLine(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n' && line.length() < 256; c = in.read()) {
      line.append((char) c);
    }
    return line.toString().strip();
  }

  @Override
  public boolean runs(String release) {
    return release.equals(System.getProperty("os.version"));
  }

  @Override
  public Map<String, String> namespaces() {
    return links(Path.of("/proc/self/ns"));
  }

  @Override
  public Optional<Map<String, String>> namespaces(Container container) {
    return isHere(container)
        ? Optional.of(links(first(container).resolve("ns")))
        : Optional.empty();
  }

  @Override
  public Optional<String> read(Container container, String file) {
    return isHere(container)
        ? text(first(container).resolve(file)).filter(text -> !text.isEmpty())
        : Optional.empty();
  }

  @Override
  public Map<Integer, Integer> pidsInside(Container container, List<Integer> pids) {
    Map<Integer, Integer> found = new LinkedHashMap<>();
    if (isHere(container)) {
      for (int pid : pids) {
        text(Path.of("/proc", Integer.toString(pid), "status"))
            .flatMap(ProcessPids::innermost)
            .ifPresent(inside -> found.put(pid, inside));
      }
    }
    return found;
  }

  @Override
  public String said(List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectInput(new File("/dev/null"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      CompletableFuture.delayedExecutor(
              Patience.AT_THE_PROMPT.toMillis(), TimeUnit.MILLISECONDS, Runnable::run)
          .execute(
              () -> {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
              });
      return new String(process.getInputStream().readNBytes(MOST_SAID), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public Path here(Path there) {
    return there;
  }

  @Override
  public OptionalLong freeBytes(Path folder) {
    try {
      return Files.exists(folder)
          ? OptionalLong.of(Files.getFileStore(folder).getUsableSpace())
          : OptionalLong.empty();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  /** Whether its first process is one of ours: the control group names the container. */
  private static boolean isHere(Container container) {
    return text(first(container).resolve("cgroup"))
        .filter(groups -> groups.contains(container.id()))
        .isPresent();
  }

  private static Path first(Container container) {
    return Path.of("/proc", Integer.toString(container.status().pid()));
  }

  private static Optional<String> text(Path file) {
    try {
      // Below a container's root anything may lie: a pipe would keep us waiting, a device has no
      // end.
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      try (InputStream in = Files.newInputStream(file)) {
        return Optional.of(new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Map<String, String> links(Path folder) {
    Map<String, String> found = new LinkedHashMap<>();
    for (String kind : Probes.NAMESPACE_KINDS) {
      try {
        found.putAll(NamespaceLinks.read(Files.readSymbolicLink(folder.resolve(kind)).toString()));
      } catch (IOException e) {
        // Not for us to see: another user's process, or a kernel without this kind.
      }
    }
    return found;
  }
}
