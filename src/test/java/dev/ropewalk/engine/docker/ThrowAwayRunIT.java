package dev.ropewalk.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ropewalk.engine.ContainerRun;
import dev.ropewalk.engine.ContainerRun.Ending;
import dev.ropewalk.engine.EngineProblem;
import dev.ropewalk.engine.World.ContainerSummary;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Throw-away containers on the engine that the docker command talks to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThrowAwayRunIT {
  private static final Duration AMPLE = Duration.ofSeconds(60);

  private final DockerCommand docker = new DockerCommand();
  private final EngineAddress address =
      EngineAddress.find(System.getenv(), Path.of(System.getProperty("user.home")));
  private final DockerJavaEngine engine = DockerJavaEngine.connect(address);

  @BeforeAll
  void image() {
    docker.run("pull", "-q", "busybox");
  }

  @AfterEach
  void clean() {
    docker.close();
  }

  @AfterAll
  void disconnect() {
    engine.close();
  }

  private String busybox() {
    return engine.image("busybox").orElseThrow().id();
  }

  private ContainerRun of(String script) {
    return new ContainerRun(
        busybox(), List.of(), List.of("sh", "-c", script), Map.of(), "", Optional.empty(), AMPLE);
  }

  private static ContainerRun limited(ContainerRun run, Duration limit) {
    return new ContainerRun(
        run.image(), run.entrypoint(), run.command(), run.env(), run.input(), run.network(), limit);
  }

  private String ours() {
    return docker.run("ps", "-aq", "--filter", "label=dev.ropewalk.run");
  }

  @Test
  void it_tells_what_was_printed_where_and_how_it_ended() {
    ContainerRun.Result result = engine.run(of("echo out; echo err >&2; exit 3"));

    assertThat(result).isEqualTo(new ContainerRun.Result(Ending.ENDED, 3, "out\n", "err\n"));
    assertThat(ours()).isEmpty();
  }

  @Test
  void it_is_given_input_to_its_end_and_settings() {
    String text = "line\n".repeat(13_000);
    ContainerRun run =
        new ContainerRun(
            busybox(),
            List.of(),
            List.of("sh", "-c", "echo $GREETING; wc -l; cat"),
            Map.of("GREETING", "hello you"),
            text,
            Optional.empty(),
            AMPLE);

    assertThat(engine.run(run).out()).isEqualTo("hello you\n13000\n");
  }

  @Test
  void an_entrypoint_takes_the_place_of_that_of_the_image() {
    ContainerRun run =
        new ContainerRun(
            busybox(),
            List.of("echo", "from"),
            List.of("the entrypoint"),
            Map.of(),
            "",
            Optional.empty(),
            AMPLE);

    assertThat(engine.run(run).out()).isEqualTo("from the entrypoint\n");
  }

  @Test
  void without_input_it_reads_nothing_and_without_a_network_it_reaches_nobody() {
    assertThat(engine.run(of("cat; ls /sys/class/net")).out()).isEqualTo("lo\n");
  }

  @Test
  void what_takes_too_long_is_killed_and_tells_what_it_had_printed() {
    Instant before = Instant.now();

    ContainerRun.Result result =
        engine.run(limited(of("echo begun; trap '' TERM; sleep 600"), Duration.ofSeconds(2)));

    assertThat(result.ending()).isEqualTo(Ending.OVERDUE);
    assertThat(result.out()).isEqualTo("begun\n");
    assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(40));
    assertThat(ours()).isEmpty();
  }

  @Test
  void what_uses_too_much_memory_or_prints_without_end_harms_nobody() {
    assertThat(engine.run(of("tail /dev/zero")).ending()).isEqualTo(Ending.OUT_OF_MEMORY);
    assertThat(engine.run(limited(of("yes"), Duration.ofSeconds(1))).out()).hasSize(1 << 20);
    assertThat(ours()).isEmpty();
  }

  @Test
  void what_is_no_program_has_the_exit_code_that_docker_gives_it() {
    ContainerRun run =
        new ContainerRun(
            busybox(),
            List.of(),
            List.of("no-such-program"),
            Map.of(),
            "",
            Optional.empty(),
            AMPLE);

    ContainerRun.Result result = engine.run(run);

    assertThat(result.exitCode()).isEqualTo(127);
    assertThat(result.err()).contains("no-such-program");
    assertThat(ours()).isEmpty();
  }

  @Test
  void an_image_or_a_network_that_is_not_there_is_a_problem_of_the_engine() {
    ContainerRun lost =
        new ContainerRun(
            busybox(),
            List.of(),
            List.of(),
            Map.of(),
            "",
            Optional.of(docker.name("no-net")),
            AMPLE);

    assertThatExceptionOfType(EngineProblem.class)
        .isThrownBy(() -> engine.run(lost))
        .withMessageContaining("no-net");
    assertThat(ours()).isEmpty();
  }

  @Test
  void nobody_is_told_of_it_and_its_volumes_and_networks() throws InterruptedException {
    String net = docker.name("net");
    docker.run("network", "create", net);
    String volume = docker.name("volume");
    docker.run("create", "--name", volume, "busybox");
    docker.run("commit", "--change", "VOLUME /data", "--change", "USER 1000", volume, volume);
    docker.run("rm", volume);
    String volumes = docker.run("volume", "ls", "-q");
    EventLog log = new EventLog();
    try (var subscription = engine.subscribe(Instant.now(), log)) {
      assertThat(subscription.awaitAccepted(AMPLE)).isTrue();
      ContainerRun run =
          new ContainerRun(
              engine.image(volume).orElseThrow().id(),
              List.of(),
              List.of("sh", "-c", "echo kept > /data/x; cat /data/x; ls /sys/class/net"),
              Map.of(),
              "",
              Optional.of(net),
              AMPLE);

      assertThat(engine.run(run).out()).isEqualTo("kept\neth0\nlo\n");
      String mark = docker.name("mark");
      docker.run("create", "--name", mark, "busybox");
      subscription.catchUp();

      assertThat(log.events())
          .anyMatch(event -> event.details().getOrDefault("name", "").equals(mark))
          .noneMatch(event -> event.details().containsKey("dev.ropewalk.run"))
          .noneMatch(event -> event.action().contains("connect") || event.action().equals("mount"));
      assertThat(engine.remembered())
          .noneMatch(event -> event.details().containsKey("dev.ropewalk.run"));
      assertThat(docker.run("volume", "ls", "-q")).isEqualTo(volumes);
    } finally {
      docker.run("rmi", volume);
    }
  }

  @Test
  void it_is_in_no_list_while_it_runs() throws InterruptedException {
    Thread running = Thread.ofPlatform().start(() -> engine.run(of("sleep 3")));
    while (ours().isEmpty() && running.isAlive()) {
      Thread.onSpinWait();
    }

    assertThat(ours()).isNotEmpty();
    assertThat(engine.world().containers())
        .noneMatch(container -> container.labels().containsKey("dev.ropewalk.run"))
        .extracting(ContainerSummary::name)
        .noneMatch(name -> name.startsWith("ropewalk-run-"));
    running.join();
  }

  @Test
  void what_a_crash_has_left_is_removed_and_what_still_runs_for_somebody_is_not() {
    String later = Long.toString(Instant.now().plusSeconds(600).getEpochSecond());
    String past = Long.toString(Instant.now().minusSeconds(60).getEpochSecond());
    long namespace = dev.ropewalk.scratch.ProcessIdentity.own().namespace();
    String ended = docker.name("ended");
    String elsewhere = docker.name("elsewhere");
    String overdue = docker.name("overdue");
    leave(ended, "4194303-1-" + namespace + " " + later);
    leave(elsewhere, "1-1-1 " + later);
    leave(overdue, "1-1-1 " + past);

    engine.tidy();

    assertThat(docker.run("ps", "-a", "--format", "{{.Names}}"))
        .contains(elsewhere)
        .doesNotContain(ended, overdue);
  }

  private void leave(String name, String label) {
    docker.run(
        "run",
        "-d",
        "--name",
        name,
        "--label",
        "dev.ropewalk.run=" + label,
        "busybox",
        "sleep",
        "600");
  }
}
