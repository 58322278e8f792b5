package dev.ropewalk.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.Port;
import dev.ropewalk.engine.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the engine says about itself and what is on it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineFactsIT {
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
  void the_engine_says_what_the_docker_command_says() {
    assertThat(engine.info().version())
        .isEqualTo(docker.run("version", "--format", "{{.Server.Version}}"));
    assertThat(engine.info().kernel())
        .isEqualTo(docker.run("info", "--format", "{{.KernelVersion}}"));
    assertThat(engine.info().cgroupVersion() + "")
        .isEqualTo(docker.run("info", "--format", "{{.CgroupVersion}}"));
    assertThat(engine.info().name())
        .isEqualTo("Docker on " + docker.run("info", "--format", "{{.Name}}"));
  }

  @Test
  void both_sides_speak_the_lower_of_their_versions() {
    String theirs = docker.run("version", "--format", "{{.Server.APIVersion}}");
    int minor = Integer.parseInt(theirs.substring(theirs.indexOf('.') + 1));

    assertThat(engine.info().apiVersion()).isEqualTo("1." + Math.min(44, minor));
  }

  @Test
  void a_local_engine_has_our_clock() {
    assertThat(engine.info().clockAhead()).isBetween(Duration.ofSeconds(-1), Duration.ofSeconds(1));
  }

  @Test
  void the_world_shows_containers_networks_and_volumes_of_every_state() {
    String running = docker.name("running");
    String exited = docker.name("exited");
    String created = docker.name("created");
    String network = docker.name("network");
    String volume = docker.name("volume");
    docker.run("network", "create", network);
    docker.run("volume", "create", volume);
    docker.run(
        "run",
        "-d",
        "--name",
        running,
        "--network",
        network,
        "--label",
        "a=b",
        "-p",
        "6379",
        "redis");
    docker.run("run", "--name", exited, "busybox", "sh", "-c", "exit 7");
    docker.run("create", "--name", created, "busybox");

    World world = engine.world();

    World.ContainerSummary summary = named(world, running);
    assertThat(summary.state()).isEqualTo(ContainerState.RUNNING);
    assertThat(summary.exitCode()).isEmpty();
    assertThat(summary.image()).isEqualTo("redis");
    assertThat(summary.networks()).containsExactly(network);
    assertThat(summary.labels()).containsEntry("a", "b");
    assertThat(summary.ports()).allSatisfy(port -> assertThat(port.published()).isTrue());
    assertThat(summary.ports()).extracting(Port::container).contains(6379);
    assertThat(named(world, exited).exitCode()).isEqualTo(OptionalInt.of(7));
    assertThat(named(world, exited).state()).isEqualTo(ContainerState.EXITED);
    assertThat(named(world, created).state()).isEqualTo(ContainerState.CREATED);
    assertThat(world.images())
        .filteredOn(image -> image.tags().contains("redis:latest"))
        .singleElement()
        .satisfies(image -> assertThat(image.id()).isEqualTo(summary.imageId()))
        .satisfies(image -> assertThat(image.size()).isPositive());
    assertThat(world.networks())
        .extracting(World.NetworkSummary::name, World.NetworkSummary::driver)
        .contains(tuple(network, "bridge"));
    assertThat(world.volumes())
        .filteredOn(it -> it.name().equals(volume))
        .singleElement()
        .satisfies(it -> assertThat(it.driver()).isEqualTo("local"))
        .satisfies(
            it ->
                assertThat(it.created())
                    .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(5)));
  }

  private static World.ContainerSummary named(World world, String name) {
    return world.containers().stream()
        .filter(container -> container.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
