package dev.ropewalk.check.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.Bench;
import dev.ropewalk.check.Probes;
import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.Network;
import dev.ropewalk.engine.SampleContainer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is advised where a port is taken, or leads elsewhere than a step asks for. */
final class PortAdviceTest {
  private static final String TAKEN =
      "driver failed programming external connectivity: Bind for 0.0.0.0:8080 failed: port is already allocated";
  private static final String STARTED =
      "container: web\nexpect: {state: running, id: \"${first}\"}";

  private final PlannedStep step = new PlannedStep();
  private final Bench bench = step.bench;

  private void stoppedWeb() {
    bench
        .variable("first", SampleContainer.id("web"))
        .had(new SampleContainer("web").port("0.0.0.0", 8080, 80).exited(128).error(TAKEN));
  }

  @Test
  void what_could_not_start_is_started_when_its_port_is_free() {
    stoppedWeb();

    assertThat(step.first(STARTED).says()).endsWith("The port is free now.");
    assertThat(step.moves(STARTED)).containsExactly("docker start web");
  }

  @Test
  void what_could_not_start_is_started_when_its_network_is_made() {
    String runs = "container: web\nexpect: {state: running}";
    bench.has(
        new SampleContainer("web")
            .network("village")
            .state(ContainerState.CREATED)
            .error("network village not found"));

    assertThat(step.first(runs).remedy()).startsWith("Remove it with `docker rm web`");

    bench.has(new Network("village", "village", "bridge", false, List.of(), List.of(), Map.of()));
    assertThat(step.first(runs).says()).endsWith("The network `village` is there now.");
    assertThat(step.moves(runs)).containsExactly("docker start web");
  }

  @Test
  void what_a_step_is_about_is_never_removed_for_its_start() {
    stoppedWeb();
    bench.had(new SampleContainer("other").port("0.0.0.0", 8080, 80));

    assertThat(step.moves(STARTED)).containsExactly("docker rm -f other", "docker start web");

    bench.lost("other").probes.at(8080, new Probes.Reply.Silent());
    assertThat(step.moves(STARTED)).as("a program of the host has it").containsExactly(":retry");
  }

  @Test
  void who_has_the_port_goes_and_not_what_was_there_before() {
    bench
        .had(new SampleContainer("web").port("0.0.0.0", 8080, 80).exited(128).error(TAKEN))
        .had(new SampleContainer("other").port("0.0.0.0", 8080, 80));

    assertThat(step.moves("container: web\nexpect: {state: running, image: redis}"))
        .containsExactly("docker rm -f other", "docker start web");
  }

  @Test
  void what_was_typed_last_is_mended_and_not_what_was_removed() {
    String port = "port: 12345\nexpect: {answers: redis, container: box, inside: 6379}";
    String runs = "container: box\nexpect: {state: running, image: redis, program: redis-server}";
    bench
        .has(PlannedStep.box().command("redis-server", "--port", "12345"))
        .ran("docker run -d --net host --name box redis redis-server --port 12345", 0);
    step.first(runs, port);
    bench.lost("box").ran("docker run -d --name box -p 12345:6379 redis:6", 125);

    assertThat(step.moves(runs, port)).contains("docker run -d --name box -p 12345:6379 redis");
  }

  @Test
  void a_program_on_another_port_than_is_asked_for_is_told_nothing() {
    bench.has(
        PlannedStep.box().command("redis-server", "--port", "12345").port("0.0.0.0", 12345, 12345));

    assertThat(
            step.moves(
                PlannedStep.RUNS,
                "port: 12345\nexpect: {answers: redis, container: box, inside: 6379}"))
        .containsExactly("docker rm -f box", "docker run -d -p 12345:6379 --name box redis");
  }

  @Test
  void who_has_the_port_is_told_also_where_the_container_is_new() {
    bench
        .had(PlannedStep.box().port("0.0.0.0", 12345, 6379))
        .has(
            new SampleContainer("web")
                .port("127.0.0.1", 12345, 6379)
                .exited(128)
                .error("listen tcp4 127.0.0.1:12345: bind: address already in use."));

    assertThat(step.first("container: web\nexpect: {state: running, image: redis}"))
        .satisfies(why -> assertThat(why.says()).contains("`box` has its port"))
        .satisfies(
            why -> assertThat(why.moves()).containsExactly("docker rm -f box", "docker start web"));
  }
}
