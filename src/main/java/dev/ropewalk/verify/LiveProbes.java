package dev.ropewalk.verify;

import dev.ropewalk.check.NamespaceKinds;
import dev.ropewalk.check.Probes;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.engine.EngineProblem;
import dev.ropewalk.engine.ExecResult;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Probes that really knock and really look: plain sockets for ports, {@code /proc} of this machine
 * for namespaces, and {@code readlink} inside the container where the engine runs on another
 * machine. Safe for use by several threads.
 */
public final class LiveProbes implements Probes {
  private static final int PATIENCE_MS = 1000;
  private static final Pattern LINK = Pattern.compile("([a-z]+):\\[(\\d+)]");
  private static final Pattern STATUS = Pattern.compile("HTTP/\\d(?:\\.\\d)? (\\d{3})");

  private final Engine engine;
  private final Scripts scripts;

  /** Probes that run no scripts. */
  public LiveProbes(Engine engine) {
    this(engine, new Scripts.Refused());
  }

  public LiveProbes(Engine engine, Scripts scripts) {
    this.engine = engine;
    this.scripts = scripts;
  }

  @Override
  public ScriptResult script(String text, Map<String, String> variables, Duration limit) {
    return switch (scripts) {
      case Scripts.Refused() ->
          new ScriptResult.NotRun("This check is a script, and scripts are not run here.");
      case Scripts.Run(var folder, var environment) -> {
        Map<String, String> all = new LinkedHashMap<>(variables);
        all.putAll(environment);
        yield ScriptProcess.run(text, folder.get(), all, limit);
      }
    };
  }

  @Override
  public Reply knock(String host, int port, Protocol protocol) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), PATIENCE_MS);
      socket.setSoTimeout(PATIENCE_MS);
      return switch (protocol) {
        case TCP -> new Reply.Answered("");
        case REDIS -> redis(socket);
        case HTTP -> http(socket, host);
      };
    } catch (ConnectException e) {
      return new Reply.Refused();
    } catch (SocketTimeoutException e) {
      return new Reply.Silent();
    } catch (IOException e) {
      return protocol == Protocol.TCP ? new Reply.Refused() : new Reply.Silent();
    }
  }

  private static Reply redis(Socket socket) throws IOException {
    socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
    String line = firstLine(socket.getInputStream());
    boolean speaksRedis =
        line.startsWith("+PONG") || line.startsWith("-NOAUTH") || line.startsWith("-DENIED");
    return speaksRedis ? new Reply.Answered(line) : new Reply.Silent();
  }

  private static Reply http(Socket socket, String host) throws IOException {
    String request =
        "GET / HTTP/1.1\r\nHost: " + host + "\r\nUser-Agent: ropewalk\r\nConnection: close\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    Matcher matcher = STATUS.matcher(firstLine(socket.getInputStream()));
    return matcher.lookingAt() ? new Reply.Answered(matcher.group(1)) : new Reply.Silent();
  }

  private static String firstLine(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n' && line.length() < 256; c = in.read()) {
      line.append((char) c);
    }
    return line.toString().strip();
  }

  @Override
  public Map<String, String> namespaces(Container container) {
    if (!container.running()) {
      return Map.of();
    }
    return runsHere(container)
        ? links(Path.of("/proc", Integer.toString(container.status().pid()), "ns"))
        : inside(container);
  }

  @Override
  public Map<String, String> hostNamespaces() {
    // Ours are the host's where the engine is local: a container of it has then a pid that we see.
    return engine.info().address().startsWith("127.") ? links(Path.of("/proc/self/ns")) : Map.of();
  }

  /**
   * Whether the container's first process is one of this machine: its control group names the
   * container.
   */
  private static boolean runsHere(Container container) {
    try {
      return Files.readString(
              Path.of("/proc", Integer.toString(container.status().pid()), "cgroup"))
          .contains(container.id());
    } catch (IOException e) {
      return false;
    }
  }

  private static Map<String, String> links(Path folder) {
    Map<String, String> found = new LinkedHashMap<>();
    for (String kind : NamespaceKinds.ALL) {
      try {
        add(Files.readSymbolicLink(folder.resolve(kind)).toString(), found);
      } catch (IOException e) {
        // Not for us to see: another user's process, or a kernel without this kind.
      }
    }
    return found;
  }

  private Map<String, String> inside(Container container) {
    List<String> command = new ArrayList<>(List.of("readlink"));
    NamespaceKinds.ALL.forEach(kind -> command.add("/proc/self/ns/" + kind));
    Map<String, String> found = new LinkedHashMap<>();
    try {
      engine
          .exec(container.id(), command, Duration.ofSeconds(2))
          .out()
          .lines()
          .forEach(line -> add(line, found));
    } catch (EngineProblem e) {
      // Without the program in the image there is nothing to read.
    }
    return found;
  }

  @Override
  public Optional<String> kernelFile(Container container, String path) {
    if (!container.running()) {
      return Optional.empty();
    }
    if (runsHere(container)) {
      Optional<String> here = text(proc(container).resolve("root" + path));
      if (here.isPresent()) {
        return here;
      }
    }
    return cat(container, path);
  }

  @Override
  public Optional<String> firstProcess(Container container) {
    if (!container.running()) {
      return Optional.empty();
    }
    if (runsHere(container)) {
      return text(proc(container).resolve("status"));
    }
    // With the host's pids inside, number 1 is the host's own; what an exec gets is the same.
    return cat(
        container, container.host().pidMode().isEmpty() ? "/proc/1/status" : "/proc/self/status");
  }

  private static Path proc(Container container) {
    return Path.of("/proc", Integer.toString(container.status().pid()));
  }

  private static Optional<String> text(Path file) {
    try {
      return Optional.of(Files.readString(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Optional<String> cat(Container container, String path) {
    ExecResult result = engine.exec(container.id(), List.of("cat", path), Duration.ofSeconds(2));
    return result.exitCode() == 0 ? Optional.of(result.out()) : Optional.empty();
  }

  @Override
  public List<Process> processes(Container container) {
    if (!container.running()) {
      return List.of();
    }
    return engine.processes(container.id()).stream()
        .map(p -> new Process(p.pid(), inside(container, p.pid()), p.user(), p.command()))
        .toList();
  }

  /** The pid that a process has in the container itself: the last of those that it has. */
  private static int inside(Container container, int hostPid) {
    return text(Path.of("/proc", Integer.toString(hostPid), "status"))
        .filter(_ -> runsHere(container))
        .flatMap(status -> status.lines().filter(line -> line.startsWith("NSpid:")).findFirst())
        .map(line -> line.substring(line.lastIndexOf('\t') + 1).strip())
        .map(Integer::valueOf)
        .orElse(hostPid == container.status().pid() ? 1 : 0);
  }

  @Override
  public OptionalLong freeDisk() {
    Path data = Path.of("/var/lib/docker");
    if (!engine.info().address().startsWith("127.") || !Files.exists(data)) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Files.getFileStore(data).getUsableSpace());
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  private static void add(String link, Map<String, String> found) {
    Matcher matcher = LINK.matcher(link);
    if (matcher.find()) {
      found.put(matcher.group(1), matcher.group(2));
    }
  }
}
