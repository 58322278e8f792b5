package dev.ropewalk.check.inside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.FakeProbes;
import dev.ropewalk.check.Probes;
import dev.ropewalk.check.inside.InsideView.Limit;
import dev.ropewalk.check.inside.InsideView.Namespace;
import dev.ropewalk.check.inside.InsideView.Whose;
import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.FakeEngine;
import dev.ropewalk.engine.SampleContainer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What somebody sees who looks into a container, and what is said where nothing can be seen. */
final class InsideLookTest {
  private static final String STATUS =
      """
      Uid:\t999\t999\t999\t999
      CapEff:\t0000000000002001
      NoNewPrivs:\t1
      Seccomp:\t2
      """;

  private final FakeEngine engine = new FakeEngine();
  private final FakeProbes probes = new FakeProbes();

  private InsideView seen(String name) {
    assertThat(InsideLook.at(name, engine, probes)).isInstanceOf(InsideAnswer.Seen.class);
    return ((InsideAnswer.Seen) InsideLook.at(name, engine, probes)).view();
  }

  private String notSeen(String name) {
    assertThat(InsideLook.at(name, engine, probes)).isInstanceOf(InsideAnswer.NotSeen.class);
    return ((InsideAnswer.NotSeen) InsideLook.at(name, engine, probes)).says();
  }

  private void everythingIsRead() {
    Probes.NAMESPACE_KINDS.forEach(kind -> probes.namespace(kind, "12", "34"));
    probes
        .namespace("user", "56", "56")
        .process(4712, 1, "999", "redis-server *:6379")
        .kernel("/sys/fs/cgroup/cgroup.controllers", "cpu memory pids\n")
        .kernel("/sys/fs/cgroup/memory.max", "67108864\n")
        .kernel("/sys/fs/cgroup/cpu.max", "50000 100000\n")
        .kernel("/sys/fs/cgroup/pids.max", "max\n")
        .kernel("/proc/meminfo", "MemTotal:        8388608 kB\nMemFree: 1 kB\n")
        .kernel("/proc/cpuinfo", "processor\t: 0\nmodel\t: x\nprocessor\t: 1\n")
        .kernel("/proc/sys/kernel/pid_max", "32768\n")
        .kernel("/proc/sys/kernel/cap_last_cap", "40\n")
        .kernel("/proc/1/status", STATUS);
  }

  @Test
  void everything_stands_beside_the_same_of_the_host() {
    engine.with(new SampleContainer("redistest"));
    everythingIsRead();

    InsideView view = seen("redistest");

    assertThat(view.namespaces())
        .contains(
            new Namespace("pid", "12", "34", Whose.NOT_THE_HOSTS),
            new Namespace("user", "56", "56", Whose.THE_HOSTS))
        .hasSize(7);
    assertThat(view.limits())
        .containsExactly(
            new Limit("memory", "64m", "8g"),
            new Limit("cpu", "0.5", "2"),
            new Limit("pids", "no limit", "32768"));
    assertThat(view.rights())
        .contains(new InsideView.Rights(List.of("CHOWN", "NET_RAW"), 41, "filter", true, 999));
    assertThat(view.processes()).extracting(Probes.Process::pid).containsExactly(1);
    assertThat(view.unseen()).isEmpty();
  }

  @Test
  void what_cannot_be_read_is_told_by_what_the_engine_was_asked_for_and_why() {
    engine.with(
        new SampleContainer("redistest").memory(64 << 20).nanoCpus(500_000_000).pidMode("host"));
    probes.process(4712, 0, "999", "redis-server");

    InsideView view = seen("redistest");

    assertThat(view.namespaces())
        .contains(
            new Namespace("pid", "", "", Whose.THE_HOSTS),
            new Namespace("net", "", "", Whose.NOT_THE_HOSTS),
            new Namespace("user", "", "", Whose.UNKNOWN));
    assertThat(view.limits())
        .extracting(Limit::inside)
        .containsExactly("64m (asked for)", "0.5 (asked for)", "no limit (asked for)");
    assertThat(view.rights()).isEmpty();
    assertThat(view.unseen())
        .containsExactly(
            InsideSentences.NO_NAMESPACES,
            InsideSentences.NO_HOST_NAMESPACES,
            InsideSentences.NO_INNER_PIDS,
            InsideSentences.NO_LIMITS,
            InsideSentences.NO_RIGHTS);
  }

  @Test
  void without_a_name_it_is_the_running_one_that_was_made_last() {
    engine
        .with(new SampleContainer("first"))
        .with(new SampleContainer("second").younger(5))
        .with(new SampleContainer("third").younger(9).exited(0));

    assertThat(seen("").container()).isEqualTo("second");
  }

  @Test
  void a_name_that_nobody_has_gets_the_nearest_one() {
    engine.with(new SampleContainer("redistest"));

    assertThat(notSeen("redistset"))
        .isEqualTo("There is no container `redistset`. Did you mean `redistest`?");
    assertThat(notSeen("a b/c"))
        .isEqualTo("There is no container `a b/c`. `docker ps -a` shows the names of all of them.");
  }

  @Test
  void with_no_container_at_all_it_says_how_to_make_one() {
    assertThat(notSeen("box"))
        .isEqualTo(
            "There is no container `box`. There is no container at all: `docker run` makes one.");
    assertThat(notSeen("")).isEqualTo(InsideSentences.NONE_RUNS);
  }

  @Test
  void one_that_does_not_run_is_not_looked_into() {
    engine
        .with(new SampleContainer("over").exited(3))
        .with(new SampleContainer("still").state(ContainerState.PAUSED))
        .with(new SampleContainer("again").state(ContainerState.RESTARTING));

    assertThat(notSeen("over"))
        .isEqualTo(
            "`over` does not run (exited): only a running container has processes and namespaces. `docker start over` starts it.");
    assertThat(notSeen("still")).endsWith("`docker unpause still` lets them go on.");
    assertThat(notSeen("again")).endsWith("`docker logs again` shows why.");
    assertThat(probes.looks()).isEmpty();
  }
}
