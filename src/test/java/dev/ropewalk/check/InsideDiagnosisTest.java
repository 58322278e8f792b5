package dev.ropewalk.check;

import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.SampleContainer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What a learner reads of what is inside a container: programs, limits, rights, names. */
final class InsideDiagnosisTest {
  private static final String STATUS =
      """
      Name:\tredis-server
      Uid:\t999\t999\t999\t999
      CapEff:\t00000000a80425fb
      NoNewPrivs:\t0
      Seccomp:\t2
      """;
  private final Book book = new Book();

  private static SampleContainer box() {
    return new SampleContainer("box");
  }

  @Test
  void exec() {
    String ping = "exec: box\nrun: redis-cli ping\nexpect: {exit_code: 0, stdout: PONG}";
    UnaryOperator<Bench> pong =
        b -> {
          b.engine.exec("box", "sh -c redis-cli ping", 0, "PONG\n");
          return b.has(box());
        };
    book.tell("as it should be", ping, pong);
    book.tell("no container", ping, b -> b);
    book.tell("stopped", ping, b -> b.has(box().exited(0)));
    book.tell("no such program", ping, b -> b.has(box()));
    book.tell("another output", ping.replace("PONG", "PING"), pong);
    book.tell("word by word", "exec: box\nrun: [ls, /]\nexpect: {exit_code: 1}", b -> b.has(box()));
    String owner = "exec: box\nrun: [stat, -c, '%U', /etc/note]\nexpect: {stdout: root}";
    book.tell(
        "refused as its user",
        owner,
        b -> b.has(box().user("www-data")).ran("docker exec box touch /x", 1));
    book.tell(
        "sudo",
        owner,
        b -> b.has(box().user("www-data")).ran("docker exec box sudo touch /x", 127));
    book.tell(
        "another's file",
        owner,
        b -> b.has(box().user("www-data")).ran("docker exec box touch /tmp/x", 0));
    book.tell(
        "with the flag",
        owner,
        b -> b.has(box().user("www-data")).ran("docker exec -u 33 box touch /x", 1));
    book.tell("as root", owner, b -> b.has(box()).ran("docker exec box touch /x", 1));
    String there = "exec: box\nrun: [test, -e, /etc/note]\nexpect: {exit_code: 0}";
    book.tell(
        "no owner is asked",
        there,
        b -> b.has(box().user("www-data")).ran("docker exec box touch /x", 1));
    book.tell(
        "its own way", there, b -> b.has(box().user("www-data")).ran("docker exec box su", 1));
    book.tell(
        "the program is left out", ping, b -> b.has(box()).ran("docker exec -it box ping", 127));
    book.tell("another program", there, b -> b.has(box()).ran("docker exec box tuch /x", 127));
    book.compare("exec");
  }

  @Test
  void processes() {
    UnaryOperator<Bench> two =
        b -> {
          b.probes.process(900, 1, "redis", "redis-server *:6379");
          b.probes.process(950, 9, "root", "sleep 9");
          return b.has(box());
        };
    String any = "processes: box\nexpect: {any: {pid: 1, user: redis}}";
    book.tell("as it should be", any, two);
    book.tell("stopped", any, b -> b.has(box().exited(0)));
    book.tell("cannot be seen", any, b -> b.has(box()));
    book.tell("no such one", "processes: box\nexpect: {any: {user: nobody}}", two);
    book.tell("one that should not be", "processes: box\nexpect: {none: {user: root}}", two);
    String both = "processes: box\nexpect: {any: {user: redis}, none: {user: nobody}}";
    book.tell("both as they should be", both, two);
    book.tell("one of both", both.replace("nobody", "root"), two);
    book.tell("three of them", both.replace("}}", "}, all: {count: 3}}"), two);
    book.tell("too many", "processes: box\nexpect: {count: 1}", two);
    book.tell("another first one", "processes: box\nexpect: {pid_1: {contains: init}}", two);
    book.compare("processes");
  }

  @Test
  void limits() {
    UnaryOperator<Bench> one =
        b -> {
          b.probes.kernel("/sys/fs/cgroup/memory/memory.limit_in_bytes", "67108864\n");
          b.probes.kernel("/sys/fs/cgroup/cpu/cpu.cfs_quota_us", "50000\n");
          b.probes.kernel("/sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n");
          b.probes.kernel("/sys/fs/cgroup/pids/pids.max", "max\n");
          b.probes.kernel("/sys/fs/cgroup/cpu/cpu.stat", "nr_periods 9\nnr_throttled 3\n");
          b.probes.kernel("/sys/fs/cgroup/memory/memory.oom_control", "oom_kill 0\n");
          return b.has(box());
        };
    UnaryOperator<Bench> two =
        b -> {
          b.probes.kernel("/sys/fs/cgroup/cgroup.controllers", "cpu memory pids\n");
          b.probes.kernel("/sys/fs/cgroup/memory.max", "67108864\n");
          b.probes.kernel("/sys/fs/cgroup/cpu.max", "50000 100000\n");
          b.probes.kernel("/sys/fs/cgroup/pids.max", "max\n");
          b.probes.kernel("/sys/fs/cgroup/cpu.stat", "nr_throttled 3\n");
          b.probes.kernel("/sys/fs/cgroup/memory.events", "oom 1\noom_kill 0\n");
          return b.has(box());
        };
    String all =
        "limits: box\nexpect: {memory: 64m, cpu: 0.5, pids: absent, throttled: true, oom: false}"
            .replace("absent", "{absent: true}");
    book.tell("as it should be, version 1", all, one);
    book.tell("as it should be, version 2", all, two);
    book.tell("cannot be read", all, b -> b.has(box()));
    book.tell("stopped", all, b -> b.has(box().exited(0)));
    book.tell("too much memory", "limits: box\nexpect: {memory: {at_most: 32m}}", two);
    book.tell("no limit", "limits: box\nexpect: {pids: 20}", two);
    book.tell("no kill", "limits: box\nexpect: {oom: true}", one);
    book.compare("limits");
  }

  @Test
  void security() {
    UnaryOperator<Bench> usual =
        b -> {
          b.probes.kernel("/proc/1/status", STATUS);
          return b.has(box());
        };
    book.tell(
        "as it should be",
        "security: box\nexpect: {capabilities: {contains: NET_RAW}, seccomp: filter, user: 999}",
        usual);
    book.tell("cannot be read", "security: box\nexpect: {user: 0}", b -> b.has(box()));
    book.tell("stopped", "security: box\nexpect: {user: 0}", b -> b.has(box().exited(0)));
    book.tell("too many rights", "security: box\nexpect: {capabilities: {none: NET_RAW}}", usual);
    book.tell("no filter", "security: box\nexpect: {seccomp: {not: filter}}", usual);
    book.tell("may gain rights", "security: box\nexpect: {no_new_privileges: true}", usual);
    book.compare("security");
  }

  @Test
  void reach() {
    String reach = "reach: {from: box, to: db, port: 6379, name: true}";
    SampleContainer db = new SampleContainer("db");
    book.tell("no container", reach, b -> b);
    book.tell(
        "the other does not run", reach, b -> b.has(box()).has(db.state(ContainerState.EXITED)));
    book.tell("nothing to knock with", reach, b -> b.has(box()).has(new SampleContainer("db")));
    book.compare("reach");
  }
}
