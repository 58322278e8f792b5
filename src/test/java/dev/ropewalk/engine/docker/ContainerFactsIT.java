package dev.ropewalk.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.ContainerState;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How containers that the docker command made are told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContainerFactsIT {
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
  void a_container_is_found_by_name_id_and_beginning_of_its_id() {
    String name = docker.name("found");
    String id = docker.run("create", "--name", name, "busybox");

    assertThat(engine.container(name)).map(Container::id).contains(id);
    assertThat(engine.container(id)).map(Container::name).contains(name);
    assertThat(engine.container(id.substring(0, 12))).map(Container::name).contains(name);
  }

  @Test
  void what_does_not_exist_is_absent() {
    assertThat(engine.container(docker.name("missing"))).isEmpty();
    assertThat(engine.container("")).isEmpty();
    assertThat(engine.container("../info")).isEmpty();
    assertThat(engine.container("$1")).isEmpty();
    assertThat(engine.image(docker.name("missing"))).isEmpty();
    assertThat(engine.image("")).isEmpty();
  }

  @Test
  void a_container_tells_how_it_was_asked_for() {
    String name = docker.name("config");
    docker.run(
        "run",
        "-di",
        "--name",
        name,
        "-e",
        "COLOUR=deep=blue",
        "-u",
        "1000:1000",
        "-w",
        "/tmp",
        "--label",
        "lesson=3",
        "--hostname",
        "box",
        "--entrypoint",
        "sleep",
        "busybox",
        "600");

    Container container = inspected(name);

    assertThat(container.image()).isEqualTo("busybox");
    assertThat(container.imageId()).startsWith("sha256:");
    assertThat(container.config().entrypoint()).containsExactly("sleep");
    assertThat(container.config().command()).containsExactly("600");
    assertThat(container.config().user()).isEqualTo("1000:1000");
    assertThat(container.config().workdir()).isEqualTo("/tmp");
    assertThat(container.config().env()).containsEntry("COLOUR", "deep=blue");
    assertThat(container.config().labels()).containsEntry("lesson", "3");
    assertThat(container.config().hostname()).isEqualTo("box");
    assertThat(container.config().openStdin()).isTrue();
    assertThat(container.config().tty()).isFalse();
    assertThat(container.config().attachedStdout()).isFalse();
  }

  @Test
  void an_attached_container_with_a_terminal_says_so() {
    String name = docker.name("attached");
    docker.run("create", "-it", "--name", name, "busybox");

    Container container = inspected(name);

    assertThat(container.config().tty()).isTrue();
    assertThat(container.config().openStdin()).isTrue();
    assertThat(container.config().attachedStdout()).isTrue();
    assertThat(container.status().startedAt()).isEmpty();
    assertThat(container.status().state()).isEqualTo(ContainerState.CREATED);
  }

  @Test
  void an_ended_container_tells_its_exit_code_and_its_times() {
    String name = docker.name("ended");
    docker.run("run", "--name", name, "busybox", "sh", "-c", "exit 42");

    Container.Status status = inspected(name).status();

    assertThat(status.state()).isEqualTo(ContainerState.EXITED);
    assertThat(status.exitCode()).isEqualTo(42);
    assertThat(status.pid()).isZero();
    assertThat(status.oomKilled()).isFalse();
    assertThat(status.finishedAt()).isPresent();
    assertThat(status.startedAt()).isPresent();
  }

  @Test
  void a_container_that_could_not_start_tells_why() {
    String name = docker.name("broken");
    docker.run("run", "-d", "--name", name, "busybox", "no-such-command");

    Container.Status status = inspected(name).status();

    assertThat(status.state()).isEqualTo(ContainerState.CREATED);
    assertThat(status.exitCode()).isEqualTo(127);
    assertThat(status.error()).contains("no-such-command");
  }

  @Test
  void a_container_that_takes_too_much_memory_is_known_to_have_died_of_it() {
    String name = docker.name("hog");
    docker.run(
        "run",
        "--name",
        name,
        "-m",
        "16m",
        "--memory-swap",
        "16m",
        "busybox",
        "sh",
        "-c",
        "x=a; while true; do x=$x$x; done");

    assertThat(inspected(name).status().oomKilled()).isTrue();
    assertThat(inspected(name).status().exitCode()).isEqualTo(137);
  }

  @Test
  void a_health_check_is_told() {
    String name = docker.name("health");
    docker.run(
        "run",
        "-d",
        "--name",
        name,
        "--health-cmd",
        "true",
        "--health-interval",
        "1h",
        "busybox",
        "sleep",
        "600");

    assertThat(inspected(name).status().health()).contains("starting");
  }

  private Container inspected(String name) {
    return engine.container(name).orElseThrow();
  }
}
