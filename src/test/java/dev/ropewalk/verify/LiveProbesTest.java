package dev.ropewalk.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.FakeEngine;
import dev.ropewalk.engine.SampleContainer;
import org.junit.jupiter.api.Test;

final class LiveProbesTest {
  private final FakeEngine engine = new FakeEngine().answeringExec("net:[42]\npid:[43]\n");
  private final LiveProbes probes = new LiveProbes(engine);
  private final Container container = new SampleContainer("kv").build();

  @Test
  void a_container_of_another_machine_is_looked_into_once_for_each_run() {
    var first = probes.namespaces(container);
    var second = probes.namespaces(container);

    assertThat(first).containsEntry("net", "42").containsEntry("pid", "43");
    assertThat(second).isEqualTo(first);
    assertThat(engine.asked()).containsExactly("exec " + container.id());
  }
}
