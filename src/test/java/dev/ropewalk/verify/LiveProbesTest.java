package dev.ropewalk.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.Probes;
import dev.ropewalk.engine.Container;
import dev.ropewalk.engine.FakeEngine;
import dev.ropewalk.engine.SampleContainer;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LiveProbesTest {
  private static final String READLINK = "readlink " + String.join(" ", NamespaceLinks.of("self"));
  private static final String LIMIT = "/sys/fs/cgroup/memory.max";

  private final FakeEngine engine = new FakeEngine();
  private final LiveProbes probes = new LiveProbes(engine);
  private final Container container = new SampleContainer("kv").build();

  @Test
  void a_container_of_another_machine_is_looked_into_once_for_each_run() {
    engine.exec(container.name(), READLINK, 0, "net:[42]\npid:[43]\n");

    var first = probes.namespaces(container);
    var second = probes.namespaces(container);

    assertThat(first).containsEntry("net", "42").containsEntry("pid", "43");
    assertThat(second).isEqualTo(first);
    assertThat(engine.asked()).isEqualTo(List.of("exec " + READLINK));
  }

  @Test
  void a_file_of_the_kernel_in_it_too() {
    engine.exec(container.name(), "cat " + LIMIT, 0, "max\n");

    var first = probes.kernelFile(container, LIMIT);
    var second = probes.kernelFile(container, LIMIT);

    assertThat(first).contains("max\n");
    assertThat(second).isEqualTo(first);
    assertThat(engine.asked()).isEqualTo(List.of("exec cat " + LIMIT));
  }

  /** Docker Desktop's engine is local, but runs in a virtual machine with a kernel of its own. */
  @Test
  void this_machine_is_not_taken_for_that_of_an_engine_with_another_kernel() {
    assertThat(engine.info().kernel()).isNotEqualTo(System.getProperty("os.version"));

    assertThat(probes.hostNamespaces()).isEmpty();
    assertThat(probes.freeDisk()).isEmpty();
  }

  @Test
  void a_process_of_another_machine_is_looked_for_inside_once() {
    engine.exec(
        container.name(), "ps -o pid,args", 0, "PID   COMMAND\n    1 watch ps\n    7 sleep 9\n");
    var asked = new Probes.Process(950, 0, 900, "root", "sleep 9");

    int first = probes.pidInside(container, asked);
    int second = probes.pidInside(container, asked);

    assertThat(first).isEqualTo(7);
    assertThat(second).isEqualTo(7);
    assertThat(engine.asked()).isEqualTo(List.of("exec ps -o pid,args"));
  }
}
