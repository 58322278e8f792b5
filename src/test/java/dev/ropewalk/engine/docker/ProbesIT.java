package dev.ropewalk.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.ContainerProcess;
import dev.ropewalk.engine.EngineProblem;
import dev.ropewalk.engine.ExecResult;
import dev.ropewalk.engine.Image;
import dev.ropewalk.engine.LogLine;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Images, logs, processes and probes of the engine that the docker command talks to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProbesIT {
  private static final Duration AMPLE = Duration.ofSeconds(120);

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
  void an_image_tells_what_is_in_it() {
    Image image = engine.image("redis:latest").orElseThrow();

    assertThat(image.id()).isEqualTo(docker.run("image", "inspect", "-f", "{{.Id}}", "redis"));
    assertThat(image.tags()).contains("redis:latest");
    assertThat(image.size()).isPositive();
    assertThat(image.architecture()).isNotEmpty();
    assertThat(image.layers()).isNotEmpty().allMatch(layer -> layer.startsWith("sha256:"));
    assertThat(image.exposes()).containsExactly("6379/tcp");
    assertThat(image.env()).containsKey("PATH");
    assertThat(image.entrypoint()).isNotEmpty();
    assertThat(image.created()).isAfter(Instant.EPOCH);
  }

  @Test
  void an_image_tells_its_health_check() {
    String name = docker.name("health");
    docker.run("create", "--name", name, "busybox");
    docker.run("commit", "--change", "HEALTHCHECK CMD true", name, name);
    try {
      assertThat(engine.image(name).orElseThrow().healthcheck())
          .containsExactly("CMD-SHELL", "true");
    } finally {
      docker.run("rmi", name);
    }
  }

  @Test
  void an_image_is_found_by_the_beginning_of_its_id() {
    Image image = engine.image("redis").orElseThrow();

    assertThat(engine.image(image.id().substring("sha256:".length(), 20))).contains(image);
  }

  @Test
  void the_last_lines_of_a_log_come_oldest_first() {
    String name = docker.name("log");
    docker.run("run", "--name", name, "busybox", "sh", "-c", "echo one; echo zwö; printf three");

    assertThat(engine.logs(name, 2))
        .containsExactly(
            new LogLine(LogLine.Stream.OUT, "zwö"), new LogLine(LogLine.Stream.OUT, "three"));
  }

  @Test
  void a_log_has_the_lines_of_both_streams() {
    String name = docker.name("log");
    docker.run("run", "--name", name, "busybox", "sh", "-c", "echo out; echo err >&2");

    assertThat(engine.logs(name, 10))
        .containsExactlyInAnyOrder(
            new LogLine(LogLine.Stream.OUT, "out"), new LogLine(LogLine.Stream.ERR, "err"));
  }

  @Test
  void a_log_written_to_a_terminal_has_plain_lines() {
    String name = docker.name("terminal");
    docker.run("run", "-dt", "--name", name, "busybox", "sh", "-c", "echo one; echo two");
    docker.run("wait", name);

    assertThat(engine.logs(name, 10))
        .containsExactly(
            new LogLine(LogLine.Stream.OUT, "one"), new LogLine(LogLine.Stream.OUT, "two"));
  }

  @Test
  void the_log_of_a_missing_container_is_refused_in_the_engines_words() {
    String name = docker.name("missing");

    assertThatExceptionOfType(EngineProblem.class)
        .isThrownBy(() -> engine.logs(name, 1))
        .satisfies(problem -> assertThat(problem.kind()).isEqualTo(EngineProblem.Kind.REFUSED))
        .withMessage("No such container: " + name);
  }

  @Test
  void the_processes_of_a_container_have_the_pids_of_the_engines_machine() {
    String name = docker.name("processes");
    docker.run("run", "-d", "--name", name, "busybox", "sh", "-c", "sleep 601 & wait");
    int first = inspected(name).status().pid();

    List<ContainerProcess> processes = engine.processes(name);

    assertThat(processes).extracting(ContainerProcess::pid).contains(first);
    assertThat(processes)
        .filteredOn(process -> process.command().equals("sleep 601"))
        .singleElement()
        .satisfies(process -> assertThat(process.parent()).isEqualTo(first))
        .satisfies(process -> assertThat(process.user()).isIn("root", "0"));
  }

  @Test
  void a_probe_brings_back_its_exit_code_and_both_streams() {
    String name = sleeper("probed");

    ExecResult result =
        engine.exec(name, List.of("sh", "-c", "echo out; echo err >&2; exit 3"), AMPLE);

    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.out()).isEqualTo("out\n");
    assertThat(result.err()).isEqualTo("err\n");
    assertThat(result.execId()).matches("[0-9a-f]{64}");
  }

  @Test
  void a_probe_that_is_not_there_fails_with_the_shells_code() {
    String name = sleeper("probed");

    ExecResult result = engine.exec(name, List.of("no-such-command"), AMPLE);

    assertThat(result.exitCode()).isIn(126, 127);
    assertThat(result.out() + result.err()).contains("no-such-command");
  }

  @Test
  void a_probe_that_takes_too_long_is_given_up_and_leaves_nothing_behind() {
    String name = docker.name("probed");
    docker.run("run", "-d", "--name", name, "busybox", "sleep", "666");

    assertThatExceptionOfType(EngineProblem.class)
        .isThrownBy(() -> engine.exec(name, List.of("sleep", "600"), Duration.ofMillis(300)))
        .satisfies(problem -> assertThat(problem.kind()).isEqualTo(EngineProblem.Kind.TIMEOUT))
        .withMessage(
            "`sleep 600` in the container %s has not ended within 300 ms: allow more time or probe"
                    .formatted(name)
                + " for less.");
    assertThat(engine.processes(name))
        .extracting(ContainerProcess::command)
        .containsExactly("sleep 666");
  }

  @Test
  void a_probe_that_prints_without_end_does_not_fill_memory() {
    String name = sleeper("probed");

    ExecResult result = engine.exec(name, List.of("sh", "-c", "yes | head -c 3000000"), AMPLE);

    assertThat(result.out()).hasSize(ExecOutput.MOST);
  }

  @Test
  void a_stopped_container_refuses_a_probe() {
    String name = docker.name("created");
    docker.run("create", "--name", name, "busybox");

    assertThatExceptionOfType(EngineProblem.class)
        .isThrownBy(() -> engine.exec(name, List.of("true"), AMPLE))
        .satisfies(problem -> assertThat(problem.kind()).isEqualTo(EngineProblem.Kind.REFUSED))
        .withMessageContaining("is not running");
  }

  private String sleeper(String what) {
    String name = docker.name(what);
    docker.run("run", "-d", "--name", name, "busybox", "sleep", "600");
    return name;
  }

  private Container inspected(String name) {
    return engine.container(name).orElseThrow();
  }
}
