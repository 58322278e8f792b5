package dev.ropewalk.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.Port;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How the limits, ports, mounts and networks of containers are told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostFactsIT {
  private final DockerCommand docker = new DockerCommand();
  private final EngineAddress address =
      EngineAddress.find(System.getenv(), Path.of(System.getProperty("user.home")));
  private final DockerJavaEngine engine = DockerJavaEngine.connect(address);

  @BeforeAll
  void images() {
    docker.run("pull", "-q", "busybox");
    docker.run("pull", "-q", "redis");
  }

  @AfterEach
  void clean() {
    docker.close();
  }

  @AfterAll
  void disconnect() {
    engine.close();
  }

  @Test
  void a_container_tells_its_limits_and_its_fences() {
    String name = docker.name("limits");
    docker.run(
        "run",
        "-d",
        "--name",
        name,
        "--memory",
        "64m",
        "--cpus",
        "0.5",
        "--pids-limit",
        "20",
        "--cap-drop",
        "NET_RAW",
        "--cap-add",
        "CAP_SYS_TIME",
        "--read-only",
        "--tmpfs",
        "/run:size=1m",
        "--security-opt",
        "no-new-privileges",
        "--ulimit",
        "nofile=100:200",
        "--device",
        "/dev/null:/dev/nothing:r",
        "--restart",
        "on-failure:3",
        "--uts",
        "host",
        "busybox",
        "sleep",
        "600");

    Container.HostConfig host = inspected(name).host();

    assertThat(host.memory()).isEqualTo(64L * 1024 * 1024);
    assertThat(host.nanoCpus()).isEqualTo(500_000_000);
    assertThat(host.pidsLimit()).isEqualTo(20);
    assertThat(host.capDrop()).containsExactly("NET_RAW");
    assertThat(host.capAdd()).containsExactly("SYS_TIME");
    assertThat(host.readOnly()).isTrue();
    assertThat(host.tmpfs()).isEqualTo(Map.of("/run", "size=1m"));
    assertThat(host.securityOpt()).containsExactly("no-new-privileges");
    assertThat(host.ulimits()).isEqualTo(Map.of("nofile", "100:200"));
    assertThat(host.devices()).containsExactly("/dev/null:/dev/nothing:r");
    assertThat(host.restartPolicy()).isEqualTo("on-failure:3");
    assertThat(host.utsMode()).isEqualTo("host");
    assertThat(host.privileged()).isFalse();
    assertThat(host.maskedPaths()).contains("/proc/kcore");
    assertThat(host.readonlyPaths()).contains("/proc/sys");
  }

  @Test
  void a_container_without_options_has_no_limits() {
    String name = docker.name("plain");
    docker.run("create", "--name", name, "busybox");

    Container.HostConfig host = inspected(name).host();

    assertThat(host.memory() + host.memorySwap() + host.nanoCpus() + host.pidsLimit()).isZero();
    assertThat(host.restartPolicy()).isEqualTo("no");
    assertThat(host.autoRemove()).isFalse();
    assertThat(host.capDrop()).isEmpty();
  }

  @Test
  void published_ports_are_told_with_their_addresses() {
    String name = docker.name("ports");
    docker.run(
        "run",
        "-d",
        "--name",
        name,
        "--expose",
        "81",
        "-p",
        "127.0.0.1::6379",
        "-p",
        "53/udp",
        "redis");

    Container container = inspected(name);

    assertThat(container.ports())
        .filteredOn(port -> port.container() == 6379)
        .singleElement()
        .satisfies(port -> assertThat(port.address()).isEqualTo("127.0.0.1"))
        .satisfies(port -> assertThat(port.published()).isTrue());
    assertThat(container.ports())
        .filteredOn(port -> port.container() == 53)
        .isNotEmpty()
        .allSatisfy(port -> assertThat(port.protocol()).isEqualTo("udp"))
        .allSatisfy(port -> assertThat(port.onAllAddresses()).isTrue());
    assertThat(container.ports()).contains(new Port(81, "tcp", 0, ""));
    assertThat(container.host().portBindings())
        .containsExactlyInAnyOrder(
            new Port(6379, "tcp", 0, "127.0.0.1"), new Port(53, "udp", 0, "0.0.0.0"));
  }

  @Test
  void mounts_are_told_with_their_kinds() {
    String name = docker.name("mounts");
    String volume = docker.name("data");
    docker.run(
        "create",
        "--name",
        name,
        "-v",
        volume + ":/data:ro",
        "-v",
        "/tmp:/host",
        "--mount",
        "type=tmpfs,target=/scratch",
        "busybox");

    assertThat(inspected(name).mounts())
        .containsExactlyInAnyOrder(
            new Container.Mount("volume", volume, "/data", true),
            new Container.Mount("bind", "/tmp", "/host", false),
            new Container.Mount("tmpfs", "", "/scratch", false));
  }

  @Test
  void a_container_tells_its_place_in_its_network() {
    String name = docker.name("member");
    String network = docker.name("shop");
    docker.run("network", "create", network);
    docker.run(
        "run",
        "-d",
        "--name",
        name,
        "--network",
        network,
        "--network-alias",
        "till",
        "busybox",
        "sleep",
        "600");

    Container container = inspected(name);

    assertThat(container.host().networkMode()).isEqualTo(network);
    assertThat(container.networks()).containsOnlyKeys(network);
    assertThat(container.networks().get(network))
        .isNotNull()
        .satisfies(place -> assertThat(place.address()).matches("[0-9.]+"))
        .satisfies(place -> assertThat(place.aliases()).contains("till"));
  }

  private Container inspected(String name) {
    return engine.container(name).orElseThrow();
  }
}
