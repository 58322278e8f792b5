package dev.ropewalk.verify;

import dev.ropewalk.check.Probes;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.engine.EngineInfo;
import dev.ropewalk.engine.EngineProblem;
import dev.ropewalk.engine.ExecResult;
import dev.ropewalk.patience.Patience;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Probes that really knock and really look: plain sockets for ports, {@code /proc} of the engine's
 * machine for what the kernel knows, and {@code readlink} and {@code cat} inside the container
 * where that is out of reach. Safe for use by several threads.
 */
public final class LiveProbes implements Probes {
  private static final Pattern STATUS = Pattern.compile("HTTP/\\d(?:\\.\\d)? (\\d{3})");

  private static final Duration LOOK = Patience.AT_THE_PROMPT;
  private static final Path ENGINE_DATA = Path.of("/var/lib/docker");

  private final Engine engine;
  private final EngineMachine machine;
  private final Scripts scripts;
  private final ComposeProgram compose;
  // To look inside makes events, after which checks are judged anew: looking each time would go on
  // for ever. The namespaces of a run do not change.
  private final Map<Run, Map<String, String>> seenInside = new ConcurrentHashMap<>();

  // The kernel's files change with the settings of a running container alone.
  private final Map<Look, Optional<String>> readInside = new ConcurrentHashMap<>();

  // The number of a process does not change; one that is not found is not looked for again.
  private final Map<Numbered, Integer> numberedInside = new ConcurrentHashMap<>();

  private record Numbered(Run run, Process process) {}

  private record Run(String container, int pid) {}

  private record Look(Run run, Container.HostConfig settings, String file) {}

  /**
   * For an engine of this machine, or of another one that is reached by its address; no scripts.
   */
  public LiveProbes(Engine engine) {
    this(engine, new Scripts.Refused());
  }

  /** For an engine of this machine, or of another one that is reached by its address. */
  public LiveProbes(Engine engine, Scripts scripts) {
    this(engine, new ThisMachine(), scripts);
  }

  /** For an engine of a machine that is asked in a way of its own; no scripts. */
  public LiveProbes(Engine engine, EngineMachine machine) {
    this(engine, machine, new Scripts.Refused());
  }

  /** For an engine of a machine that is asked in a way of its own. */
  public LiveProbes(Engine engine, EngineMachine machine, Scripts scripts) {
    this.engine = engine;
    this.machine = machine;
    this.scripts = scripts;
    this.compose = new ComposeProgram(machine::said, machine::here);
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
      case Scripts.Inside inside -> ScriptProcess.run(text, inside, variables, limit);
    };
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

  @Override
  public Optional<Page> page(String host, int port, String path) {
    // A server that is asked in 1.0 sends the page in one piece.
    String heard =
        machine.hear(
            host,
            port,
            "GET %s HTTP/1.0\r\nHost: %s\r\nUser-Agent: ropewalk\r\n\r\n".formatted(path, host));
    Matcher status = STATUS.matcher(heard);
    int head = heard.indexOf("\r\n\r\n");
    return head < 0 || !status.lookingAt()
        ? Optional.empty()
        : Optional.of(new Page(Integer.parseInt(status.group(1)), heard.substring(head + 4)));
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
        .orElseGet(() -> kept(seenInside, run(container), this::inside, seen -> !seen.isEmpty()));
  }

  @Override
  public Map<String, String> hostNamespaces() {
    return isNear() ? machine.namespaces() : Map.of();
  }

  /** A local engine may still run in a virtual machine, as that of Docker Desktop does. */
  private boolean isNear() {
    EngineInfo info = engine.info();
    return info.address().startsWith("127.") && machine.runs(info.kernel());
  }

  private static Run run(Container container) {
    return new Run(container.id(), container.status().pid());
  }

  private Map<String, String> inside(Run run) {
    List<String> command = new ArrayList<>(List.of("readlink"));
    command.addAll(NamespaceLinks.of("self"));
    try {
      return NamespaceLinks.read(engine.exec(run.container(), command, LOOK).out());
    } catch (EngineProblem e) {
      // Without the program in the image there is nothing to read.
      return Map.of();
    }
  }

  @Override
  public Optional<String> kernelFile(Container container, String path) {
    return container.running()
        ? machine.read(container, "root" + path).or(() -> cat(container, path))
        : Optional.empty();
  }

  @Override
  public Optional<String> firstProcess(Container container) {
    if (!container.running()) {
      return Optional.empty();
    }
    // With the host's pids inside, number 1 is the host's own; what an exec gets is the same.
    String inside = container.host().pidMode().isEmpty() ? "/proc/1/status" : "/proc/self/status";
    return machine.read(container, "status").or(() -> cat(container, inside));
  }

  private Optional<String> cat(Container container, String path) {
    return kept(
        readInside,
        new Look(run(container), container.host(), path),
        look -> {
          ExecResult result = engine.exec(look.run().container(), List.of("cat", path), LOOK);
          return result.exitCode() == 0 ? Optional.of(result.out()) : Optional.empty();
        },
        Optional::isPresent);
  }

  /** What was found is not looked for again; what was not may be there the next time. */
  private static <K, V> V kept(Map<K, V> seen, K key, Function<K, V> look, Predicate<V> isFound) {
    V known = seen.get(key);
    if (known != null) {
      return known;
    }
    V found = look.apply(key);
    if (isFound.test(found)) {
      seen.put(key, found);
    }
    return found;
  }

  @Override
  public List<Process> processes(Container container) {
    if (!container.running()) {
      return List.of();
    }
    var found = engine.processes(container.id());
    Map<Integer, Integer> inside =
        machine.pidsInside(container, found.stream().map(each -> each.pid()).toList());
    int first = container.status().pid();
    return found.stream()
        .map(
            each ->
                new Process(
                    each.pid(),
                    inside.getOrDefault(each.pid(), each.pid() == first ? 1 : 0),
                    each.parent(),
                    each.user(),
                    each.command()))
        .toList();
  }

  @Override
  public int pidInside(Container container, Process process) {
    return process.pid() != 0
        ? process.pid()
        : numberedInside.computeIfAbsent(
            new Numbered(run(container), process),
            asked -> {
              try {
                String list = engine.exec(container.id(), ProcessPids.LIST, LOOK).out();
                return ProcessPids.listed(list, process.command()).orElse(0);
              } catch (EngineProblem e) {
                // Without the program in the image there is nothing to read.
                return 0;
              }
            });
  }

  @Override
  public ComposeAnswer compose(Path folder, List<String> names) {
    return compose.ask(folder, names);
  }

  @Override
  public Path here(Path there) {
    return machine.here(there);
  }

  @Override
  public OptionalLong freeDisk() {
    return isNear() ? machine.freeBytes(ENGINE_DATA) : OptionalLong.empty();
  }
}
