package dev.ropewalk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ropewalk.e2e.EngineLock;
import dev.ropewalk.patience.Patience;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Real engines, each with the images of the registry that {@code engine/up} starts. */
final class SandboxIT {
  private static final InetSocketAddress REGISTRY =
      new InetSocketAddress("127.0.0.1", Integer.getInteger("ropewalk.registry.port", 5055));
  private static final SandboxPlan PLAN = SandboxPlan.empty().withRegistry(REGISTRY);

  private static final long POLL_NANOS = 10_000_000;

  private final Sandboxes sandboxes = new NamespaceSandboxes();

  @BeforeAll
  static void this_machine_can() {
    assumeTrue(new NamespaceSandboxes().missing().isEmpty(), "root and Docker's packages");
    try (var socket = new Socket(REGISTRY.getAddress(), REGISTRY.getPort())) {
      assumeTrue(socket.isConnected());
    } catch (IOException e) {
      assumeTrue(false, "the registry of `engine/up`");
    }
  }

  @Test
  void an_engine_answers_at_its_socket_and_says_how_far_it_can_be_trusted() throws Exception {
    try (var sandbox = sandboxes.start(SandboxPlan.empty())) {
      var info =
          new ProcessBuilder(
                  "docker", "--host", "unix://" + sandbox.socket(), "info", "--format", "{{.Name}}")
              .start();

      assertThat(new String(info.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo("sandbox\n");
      assertThat(sandbox.trust()).isEqualTo(TrustLevel.NAMESPACES);
    }
  }

  @Test
  void a_published_port_answers_outside_and_inside() throws Exception {
    try (var sandbox = sandboxes.start(PLAN)) {
      var inside = new Inside(sandbox);
      inside.output("docker pull --quiet redis && docker run -d -p 12345:6379 redis");

      assertThat(pong(sandbox.address(), 12345)).isEqualTo("+PONG");
      assertThat(inside.output("exec 3<>/dev/tcp/localhost/12345; echo PING >&3; head -1 <&3"))
          .startsWith("+PONG");
    }
  }

  @Test
  void two_engines_publish_the_same_port() throws Exception {
    try (var one = sandboxes.start(PLAN);
        var other = sandboxes.start(PLAN)) {
      for (Sandbox each : List.of(one, other)) {
        new Inside(each).output("docker run -d --name kv -p 12345:6379 redis");
      }

      assertThat(one.address()).isNotEqualTo(other.address());
      assertThat(pong(one.address(), 12345)).isEqualTo("+PONG");
      assertThat(pong(other.address(), 12345)).isEqualTo("+PONG");
      assertThat(new Inside(one).output("docker ps --format '{{.Names}}'")).isEqualTo("kv");
    }
  }

  @Test
  void inside_the_sandbox_is_the_machine_that_containers_are_compared_with() throws Exception {
    try (var sandbox = sandboxes.start(PLAN)) {
      var inside = new Inside(sandbox);
      inside.output("mkdir data && echo hello >data/file");

      assertThat(inside.output("docker run --rm -v $PWD/data:/data busybox cat /data/file"))
          .endsWith("hello");
      for (String kind : List.of("net", "pid", "mnt", "uts", "ipc")) {
        String link = "readlink /proc/self/ns/" + kind;
        assertThat(inside.output(link))
            .isNotEqualTo(Files.readSymbolicLink(Path.of("/proc/self/ns", kind)).toString());
        assertThat(inside.output("docker run --rm busybox " + link))
            .isNotEqualTo(inside.output(link));
      }
    }
  }

  @Test
  void a_fork_bomb_stops_at_the_cap_and_the_engine_goes_on() throws Exception {
    try (var sandbox = sandboxes.start(PLAN.withLimits(SandboxLimits.USUAL.withProcesses(100)))) {
      var inside = new Inside(sandbox);

      String bomb =
          "sh -c 'i=0; while [ $i -lt 300 ]; do sleep 20 >/dev/null 2>&1 & i=$((i+1)); done; echo"
              + " UNSTOPPED'";
      inside.output("docker pull --quiet busybox");
      var container = inside.run("docker run busybox " + bomb);
      var learner = inside.run(bomb);

      assertThat(container.output()).contains("can't fork").doesNotContain("UNSTOPPED");
      assertThat(learner.output()).contains("Cannot fork").doesNotContain("UNSTOPPED");
      assertThat(new EnginePing(sandbox.socket()).answers(Patience.BUSY_MACHINE)).isTrue();
    }
  }

  @Test
  void a_memory_hog_is_killed_and_the_engine_goes_on() throws Exception {
    var limits = SandboxLimits.USUAL.withMemoryBytes(64L << 20);
    try (var sandbox = sandboxes.start(PLAN.withLimits(limits))) {
      var inside = new Inside(sandbox);

      var hog = inside.run("docker run --name hog busybox sh -c 'tail /dev/zero'");

      assertThat(hog.exitCode()).isEqualTo(137);
      assertThat(inside.run("tail /dev/zero").exitCode()).isEqualTo(137);
      assertThat(inside.output("docker ps -aq --filter name=hog")).isNotEmpty();
    }
  }

  @Test
  void a_privileged_container_sees_nothing_of_the_machine(@TempDir Path folder) throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "of this machine");
    try (var sandbox = sandboxes.start(PLAN)) {
      var inside = new Inside(sandbox);
      String run = "docker run --rm --privileged --pid host --net host -v /:/host busybox ";
      inside.output("docker pull --quiet busybox");

      assertThat(inside.run(run + "cat /host" + secret).exitCode()).isNotZero();
      assertThat(inside.output(run + "ls /host/var/run")).doesNotContain("ropewalk");
      assertThat(inside.output(run + "ls -A /host/home /host/root 2>&1 || true"))
          .doesNotContain(".m2");
      assertThat(inside.output(run + "ps")).doesNotContain("java");
      assertThat(inside.output(run + "ls /sys/class/net /host/sys/class/net"))
          .doesNotContain(new SandboxSlot(0, folder).link());
      // Root there is nobody here: what it may not is what belongs to root here.
      assertThat(inside.run(run + "touch /host/usr/bin/there").exitCode()).isNotZero();
      assertThat(inside.run(run + "sh -c 'mount -o remount,rw /host/usr'").exitCode()).isNotZero();
      assertThat(inside.run(run + "sh -c 'echo 1 >/proc/sys/kernel/panic'").exitCode()).isNotZero();
    }
  }

  @Test
  void of_this_machine_only_the_registry_is_reached() throws Exception {
    try (var sandbox = sandboxes.start(PLAN);
        var service = new ServerSocket(0)) {
      var inside = new Inside(sandbox);
      String gateway = inside.output("docker info | grep -oE 'http://[0-9.]+:[0-9]+'").substring(7);
      String host = gateway.substring(0, gateway.indexOf(':'));
      String registry = gateway.substring(gateway.indexOf(':') + 1);
      // Root inside may set any route.
      inside.output("ip route add default via " + host);

      for (String address : List.of(host, "172.17.0.1", otherAddress())) {
        String knock = "timeout 1 bash -c '</dev/tcp/%s/%s'";
        assertThat(inside.run(knock.formatted(address, service.getLocalPort())).exitCode())
            .as(address)
            .isNotZero();
      }
      assertThat(inside.run("timeout 30 bash -c '</dev/tcp/" + host + "/" + registry + "'"))
          .isEqualTo(new Inside.Answer(0, ""));
    }
  }

  @Test
  void an_image_that_is_nowhere_is_refused_soon() throws Exception {
    try (var sandbox = sandboxes.start(PLAN)) {
      var pull = new Inside(sandbox).run("timeout 30 docker pull ropewalk-no-such-image");

      assertThat(pull.exitCode()).isEqualTo(1);
    }
  }

  @Test
  void stored_images_and_archives_are_there_from_the_start(@TempDir Path folder) throws Exception {
    Path stored = folder.resolve("stored.tar");
    Path archive = folder.resolve("archive.tar");
    sandboxes.store(PLAN, List.of("redis"), stored);
    try (var sandbox = sandboxes.start(PLAN)) {
      new Inside(sandbox).output("docker pull --quiet busybox");
      var save = new ProcessBuilder(sandbox.enter("docker", "save", "busybox"));
      assertThat(save.redirectOutput(archive.toFile()).start().waitFor()).isZero();
    }

    try (var sandbox =
        sandboxes.start(SandboxPlan.empty().withStored(stored).withArchives(List.of(archive)))) {
      var inside = new Inside(sandbox);

      assertThat(inside.output("docker images --format '{{.Repository}}'").lines())
          .containsExactlyInAnyOrder("redis", "busybox");
      inside.output("docker run -d -p 12345:6379 redis");
      assertThat(pong(sandbox.address(), 12345)).isEqualTo("+PONG");
    }
  }

  @Test
  void a_closed_sandbox_is_gone_though_a_container_is_paused() throws Exception {
    var sandbox = sandboxes.start(PLAN);
    new Inside(sandbox).output("docker run -d --name kv redis && docker pause kv");

    sandbox.close();
    sandbox.close();

    assertThat(sandbox.socket()).doesNotExist();
    assertThatThrownBy(() -> sandbox.enter("true"))
        .isInstanceOf(SandboxProblem.class)
        .hasMessage("The sandbox has ended.");
  }

  @Test
  void what_a_killed_owner_has_left_is_removed_by_the_next_start() throws Exception {
    var java = ProcessHandle.current().info().command().orElseThrow();
    var owner =
        new ProcessBuilder(
                java, "-cp", System.getProperty("java.class.path"), Owner.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Path socket = Path.of(owner.inputReader().readLine());
    SandboxSlot slot = slotOf(socket);
    owner.destroyForcibly().waitFor();
    assertThat(socket).exists();

    try (var _ = sandboxes.start(SandboxPlan.empty())) {
      // The number may be in use again, by this one.
      assertThat(cgroups(slot)).hasSizeLessThanOrEqualTo(1);
    }

    assertThat(cgroups(slot)).isEmpty();
    assertThat(slot.folder()).doesNotExist();
    assertThat(Path.of("/sys/class/net", slot.link())).doesNotExist();
  }

  // Containers of the machine's own engine may come and go meanwhile: they too leave it as it was,
  // so that at some moment all is equal again, which it never is if a sandbox has left anything.
  @ExtendWith(EngineLock.class)
  @Test
  void the_machine_is_the_same_before_and_after() throws Exception {
    var before = MachineState.await(MachineState::isQuiet);
    SandboxSlot slot;

    try (var sandbox = sandboxes.start(PLAN)) {
      slot = slotOf(sandbox.socket());
      assertThat(MachineState.now().lines(slot)).isNotEmpty();
      new Inside(sandbox)
          .output(
              "docker network create net && docker run -d --net net -p 12345:6379 redis"
                  + " && docker run -d --privileged -v /:/host busybox sleep 600");
    }
    var atOnce = MachineState.now();

    assertThat(atOnce.lines(slot)).isEmpty();
    assertThat(atOnce.processes()).isEqualTo(before.processes());
    assertThat(MachineState.await(before::equals).parts()).containsExactlyEntriesOf(before.parts());
  }

  private static SandboxSlot slotOf(Path socket) {
    Path folder = socket.resolve("../..").normalize();
    return new SandboxSlot(Integer.parseInt(String.valueOf(folder.getFileName())), folder);
  }

  private static List<Path> cgroups(SandboxSlot slot) throws IOException {
    try (var found =
        Files.find(Path.of("/sys/fs/cgroup/pids"), 1, (path, _) -> path.endsWith(slot.group()))) {
      return found.toList();
    }
  }

  private static String otherAddress() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> address instanceof Inet4Address)
        .map(InetAddress::getHostAddress)
        .filter(
            address ->
                !address.startsWith("127.")
                    && !address.startsWith("172.")
                    && !address.startsWith("198.19."))
        .findFirst()
        .orElse("127.0.0.2");
  }

  /** What redis answers; it needs a moment before it listens. */
  private static String pong(InetAddress address, int port) throws IOException {
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
