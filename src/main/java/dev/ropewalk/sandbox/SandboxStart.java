package dev.ropewalk.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The start of one sandbox, from an empty slot to an engine that answers. */
final class SandboxStart {
  private static final Duration BETWEEN_PINGS = Duration.ofMillis(4);

  /** Where the docker command inside looks for its plugins; the home folder is the learner's. */
  private static final String CLIENT = "/etc/docker-client";

  private static final Path NOTHING = Path.of("/dev/null");

  private final SandboxSlot slot;
  private final SandboxPlan plan;
  private final ControlGroups groups;
  private @Nullable Process process;
  private @Nullable RegistryRelay relay;

  SandboxStart(SandboxSlot slot, SandboxPlan plan, ControlGroups groups) {
    this.slot = slot;
    this.plan = plan;
    this.groups = groups;
  }

  /**
   * @param slots get the slot back when the sandbox is closed; until it is returned, that is the
   *     caller's duty
   */
  NamespaceSandbox run(SandboxSlots slots) throws InterruptedException {
    long deadline = System.nanoTime() + plan.patience().toNanos();
    try {
      groups.create(slot.group(), plan.limits(), slot.firstId());
      Path script = writeFiles();
      SandboxLink link = new SandboxLink(slot);
      Process started;
      long first;
      try (var namespace = UserNamespace.create(slot.firstId(), SandboxSlot.IDS)) {
        started = start(namespace, script);
        process = started;
        first = awaitBirth(started);
      }
      link.create(first);
      int port = plan.registry().map(this::relay).orElse(0);
      link.open(port);
      groups.settle(slot.group(), plan.limits(), slot.firstId());
      greet(started, port);
      awaitEngine(started, deadline);
      // From now on nobody inside can put another socket, or a link to one of ours, in its place.
      own(slot.shared(), 0);
      return new NamespaceSandbox(
          slot,
          first,
          started,
          Optional.ofNullable(relay),
          groups,
          plan.limits(),
          slots,
          plan.plugins().isPresent() ? Map.of("DOCKER_CONFIG", CLIENT) : Map.of());
    } catch (IOException e) {
      throw new SandboxProblem("The sandbox cannot be started.", e);
    }
  }

  /** Ends what was started, after {@link #run} failed. */
  void undo() {
    if (process != null) {
      process.destroyForcibly();
    }
    if (relay != null) {
      relay.close();
    }
  }

  private Path writeFiles() throws IOException {
    Files.createDirectory(slot.shared());
    own(slot.shared(), slot.firstId());
    own(Files.createDirectory(root()), slot.firstId());
    Path script = slot.folder().resolve("start.sh");
    try (var text = SandboxStart.class.getResourceAsStream("start.sh")) {
      if (text == null) {
        throw new IllegalStateException("start.sh is not in the program");
      }
      Files.copy(text, script);
    }
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rw-r--r--"));
    return script;
  }

  private Path root() {
    return slot.folder().resolve("root");
  }

  private static void own(Path path, int user) throws IOException {
    Files.setAttribute(path, "unix:uid", user);
    Files.setAttribute(path, "unix:gid", user);
  }

  private Process start(UserNamespace namespace, Path script) throws IOException {
    var words = new ArrayList<>(List.of("bash", script.toString(), root().toString()));
    words.add(slot.shared().toString());
    words.add(Long.toString(plan.limits().diskBytes()));
    words.add(slot.guestAddress());
    words.add(groups.mounts().stream().collect(Collectors.joining("\n")));
    words.add(plan.plugins().map(Path::toString).orElse(""));
    return HostCommand.of(
            SandboxEntry.first(
                groups.engineFiles(slot.group()),
                plan.stored().orElse(NOTHING),
                namespace.pid(),
                words))
        .start();
  }

  private static long awaitBirth(Process started) throws IOException {
    String word = started.inputReader().readLine();
    if (!"born".equals(word)) {
      throw new SandboxProblem("The sandbox's namespaces cannot be made: %s.".formatted(word));
    }
    return started
        .children()
        .findFirst()
        .map(ProcessHandle::pid)
        .orElseThrow(() -> new SandboxProblem("The sandbox ended at once."));
  }

  private int relay(InetSocketAddress registry) {
    relay = RegistryRelay.start(slot.hostAddress(), registry);
    return relay.port();
  }

  /** Tells the first process that the link is there, and where the registry is. */
  private void greet(Process started, int port) throws IOException {
    String mirror = port == 0 ? "" : "http://" + slot.hostAddress() + ":" + port;
    started.outputWriter().write(mirror + "\n");
    started.outputWriter().flush();
  }

  private void awaitEngine(Process started, long deadline)
      throws IOException, InterruptedException {
    var ping = new EnginePing(slot.socket());
    while (true) {
      Duration left = Duration.ofNanos(deadline - System.nanoTime());
      if (ping.answers(left)) {
        return;
      }
      if (!started.isAlive()) {
        throw new SandboxProblem("The sandbox's engine ended: " + words(started.inputReader()));
      }
      if (!left.isPositive()) {
        throw new SandboxProblem(
            "The sandbox's engine does not answer in %s s.".formatted(plan.patience().toSeconds()));
      }
      Thread.sleep(BETWEEN_PINGS);
    }
  }

  private static String words(BufferedReader reader) {
    return reader.lines().limit(20).collect(Collectors.joining("\n")).strip();
  }
}
