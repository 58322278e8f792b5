package dev.ropewalk.check.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.Bench;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.engine.SampleContainer;
import dev.ropewalk.engine.SampleExchange;
import org.junit.jupiter.api.Test;

/** Advice where the name or the port that a line asked for is taken. */
final class TakenNameOrPortTest {

  private final PlannedStep step = new PlannedStep();
  private final Bench bench = step.bench;

  @Test
  void what_the_step_needs_as_it_is_does_not_go_for_its_name() {
    bench
        .variable("live", SampleContainer.id("live"))
        .had(new SampleContainer("live"))
        .asked(
            "docker run -d --name live redis",
            125,
            SampleExchange.post("/containers/create")
                .with("name", "live")
                .refused(
                    409,
                    "Conflict. The container name \"/live\" is already in use by container \""
                        + SampleContainer.id("live")
                        + "\". You have to remove (or rename) that container to be able to reuse that name."));

    Diagnosis why =
        step.first(
            "container: trial\nexpect: {image: redis}",
            "container: live\nexpect: {id: \"${live}\", state: running}");
    assertThat(why.says()).contains("The name `live` is taken");
    assertThat(why.remedy()).startsWith("This step needs `live` as it is");
    assertThat(why.moves()).isEmpty();
  }

  @Test
  void a_name_that_is_taken_is_told_before_what_runs_under_it() {
    bench
        .had(new SampleContainer("box"))
        .asked(
            "docker run -d --name box --user 1000 redis",
            125,
            SampleExchange.post("/containers/create")
                .with("name", "box")
                .refused(
                    409,
                    "Conflict. The container name \"/box\" is already in use by container \""
                        + SampleContainer.id("box")
                        + "\". You have to remove (or rename) that container to be able to reuse that name."));
    bench.probes.process(100, 1, "root", "redis-server");

    assertThat(step.first("processes: box\nexpect: {none: {user: root}}").says())
        .contains("The name `box` is taken");
  }

  @Test
  void who_has_taken_the_port_of_what_the_step_needs_is_told_the_port_it_asks_for() {
    bench
        .had(new SampleContainer("trial").port("0.0.0.0", 12346, 6379))
        .asked(
            "docker run -d --name live -p 12346:6379 redis",
            125,
            SampleExchange.post("/containers/live/start")
                .refused(
                    500,
                    "driver failed programming external connectivity on endpoint live (1): Bind for 0.0.0.0:12346 failed: port is already allocated"));

    Diagnosis why =
        step.first(
            "container: live\nexpect: {image: redis}",
            "port: 12345\nexpect: {answers: redis, container: live}",
            "container: trial\nexpect: {state: running}");

    assertThat(why.says()).contains("Port 12346 is taken: `trial` has it");
    assertThat(why.remedy())
        .isEqualTo(
            "This step needs `trial` as it is: take another name or another port for yours (it asks for `-p 12345:6379`).");
  }

  @Test
  void what_a_check_finds_fault_with_is_not_needed_as_it_is() {
    bench
        .had(new SampleContainer("stay"))
        .asked(
            "docker run -d --name stay redis",
            125,
            SampleExchange.post("/containers/create?name=stay")
                .refused(
                    409,
                    "Conflict. The container name \"/stay\" is already in use by container \"1\". You have to remove (or rename) that container to be able to reuse that name."));
    bench.probes.process(1001, 1, "root", "redis-server");

    Diagnosis why =
        step.first(
            "container: stay\nexpect: {image: redis, state: running}",
            "processes: stay\nexpect: {none: {user: root}}");

    assertThat(why.says()).contains("The name `stay` is taken");
    assertThat(why.moves()).contains("docker rm -f stay");
  }
}
