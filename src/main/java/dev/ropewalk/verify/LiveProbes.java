package dev.ropewalk.verify;

import dev.ropewalk.check.Probes;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.engine.EngineProblem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Probes that really knock and really look: plain sockets for ports, {@code /proc} of the engine's
 * machine for namespaces, and {@code readlink} inside the container where that is out of reach.
 * Safe for use by several threads.
 */
public final class LiveProbes implements Probes {
  private static final Pattern STATUS = Pattern.compile("HTTP/\\d(?:\\.\\d)? (\\d{3})");

  private final Engine engine;
  private final EngineMachine machine;
  // To look inside makes events, after which checks are judged anew: looking each time would go on
  // for ever. The namespaces of a run do not change.
  private final Map<Run, Map<String, String>> seenInside = new ConcurrentHashMap<>();

  private record Run(String container, int pid) {}

  /** For an engine of this machine, or of another one that is reached by its address. */
  public LiveProbes(Engine engine) {
    this(engine, new ThisMachine());
  }

  /** For an engine of a machine that is asked in a way of its own. */
  public LiveProbes(Engine engine, EngineMachine machine) {
    this.engine = engine;
    this.machine = machine;
  }

  @Override
  public Reply knock(String host, int port, Protocol protocol) {
    return switch (protocol) {
      case TCP -> machine.ask(host, port, "");
      case REDIS -> redis(machine.ask(host, port, "PING\r\n"));
      case HTTP ->
          http(
              machine.ask(
                  host,
                  port,
                  "GET / HTTP/1.1\r\nHost: %s\r\nUser-Agent: ropewalk\r\nConnection: close\r\n\r\n"
                      .formatted(host)));
    };
  }

  private static Reply redis(Reply reply) {
    boolean speaksOther =
        reply instanceof Reply.Answered(var line)
            && !line.startsWith("+PONG")
            && !line.startsWith("-NOAUTH")
            && !line.startsWith("-DENIED");
    return speaksOther ? new Reply.Silent() : reply;
  }

  private static Reply http(Reply reply) {
    if (reply instanceof Reply.Answered(var line)) {
      Matcher matcher = STATUS.matcher(line);
      return matcher.lookingAt() ? new Reply.Answered(matcher.group(1)) : new Reply.Silent();
    }
    return reply;
  }

  @Override
  public Map<String, String> namespaces(Container container) {
    if (!container.running()) {
      return Map.of();
    }
    return machine
        .namespaces(container)
        .orElseGet(
            () ->
                seenInside.computeIfAbsent(
                    new Run(container.id(), container.status().pid()), this::inside));
  }

  @Override
  public Map<String, String> hostNamespaces() {
    // The engine's machine is the one we ask where the engine is local: a container of it has then
    // a pid that is seen there.
    return engine.info().address().startsWith("127.") ? machine.namespaces() : Map.of();
  }

  private Map<String, String> inside(Run run) {
    List<String> command = new ArrayList<>(List.of("readlink"));
    command.addAll(NamespaceLinks.of("self"));
    try {
      return NamespaceLinks.read(
          engine.exec(run.container(), command, Duration.ofSeconds(2)).out());
    } catch (EngineProblem e) {
      // Without the program in the image there is nothing to read.
      return Map.of();
    }
  }
}
