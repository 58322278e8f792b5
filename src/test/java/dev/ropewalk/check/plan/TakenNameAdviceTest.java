package dev.ropewalk.check.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.Bench;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.engine.SampleContainer;
import dev.ropewalk.engine.SampleExchange;
import org.junit.jupiter.api.Test;

/** Advice where the name that a line asked for is taken. */
final class TakenNameAdviceTest {

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
}
