package dev.ropewalk.sandbox;

import static dev.ropewalk.sandbox.RealSandboxes.PLAN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.patience.Patience;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a learner in a sandbox cannot use up, see or reach. */
@InPrivateEngines
final class SandboxIsolationIT {
  private final Sandboxes sandboxes = new NamespaceSandboxes();

  @BeforeAll
  static void this_machine_can() {
    RealSandboxes.assumeHere();
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
}
