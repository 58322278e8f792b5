package dev.ropewalk.check;

import dev.ropewalk.Golden;
import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.Network;
import dev.ropewalk.engine.SampleContainer;
import dev.ropewalk.engine.Volume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a learner reads of networks, volumes, files and what is inside a container. */
final class MoreDiagnosisTest {
  private static final String STATUS =
      """
      Name:\tredis-server
      Uid:\t999\t999\t999\t999
      CapEff:\t00000000a80425fb
      NoNewPrivs:\t0
      Seccomp:\t2
      """;

  @TempDir private Path folder;
  private final StringBuilder book = new StringBuilder();

  private void tell(String situation, String check, UnaryOperator<Bench> setting) {
    Bench bench = setting.apply(new Bench());
    book.append(
        "%s%n  %s%n%n".formatted(situation, Bench.told(bench.judge(check)).replace("\n", "\n  ")));
  }

  private void compare(String noun) {
    Golden.assertSame("diagnosis/" + noun + ".txt", book.toString());
  }

  private static SampleContainer box() {
    return new SampleContainer("box");
  }

  private static Network shop(String... members) {
    return new Network(
        "n1",
        "shop",
        "bridge",
        false,
        List.of("172.18.0.0/16"),
        List.of(members),
        Map.of("team", "one"));
  }

  private static Volume data() {
    return new Volume("data", "local", "/var/lib/docker/volumes/data/_data", Map.of());
  }

  @Test
  void network() {
    String both = "network: shop\nexpect: {driver: bridge, members: {exactly: [app, db]}}";
    tell("as it should be", both, b -> b.has(shop("app", "db")));
    tell("nothing was done", both, b -> b);
    tell("the command failed", both, b -> b.ran("docker network creat shop", 1));
    tell("somebody else's", both, b -> b.alien(shop("app", "db")));
    tell("a near name", "network: shopp\nexpect: exists", b -> b.has(shop()));
    tell("one is not on it", both, b -> b.has(shop("app")));
    tell("another driver", "network: shop\nexpect: {driver: macvlan}", b -> b.has(shop()));
    tell("not internal", "network: shop\nexpect: {internal: true}", b -> b.has(shop()));
    tell("another range", "network: shop\nexpect: {subnet: [10.0.0.0/8]}", b -> b.has(shop()));
    tell("another label", "network: shop\nexpect: {labels: {team: two}}", b -> b.has(shop()));
    String gone = "network: shop\nexpect: absent";
    tell("never there", gone, b -> b);
    tell("still there", gone, b -> b.has(shop()));
    tell("gone", gone, b -> b.happenedToNetwork("create", "shop"));
    tell("removed too early", both, b -> b.happenedToNetwork("destroy", "shop"));
    compare("network");
  }

  @Test
  void volume() {
    String note = "volume: data\nexpect: {file: {path: note.txt, contains: hello}}";
    SampleContainer user = box().mount("volume", "data", "/data", false);
    tell(
        "as it should be",
        note,
        b -> {
          b.engine.file("box", "/data/note.txt", "hello you\n");
          return b.has(data()).has(user);
        });
    tell(
        "in a stopped container",
        note,
        b -> {
          b.engine.file("box", "/data/note.txt", "hello you\n");
          return b.has(data()).has(box().mount("volume", "data", "/data", false).exited(0));
        });
    tell("nothing was done", note, b -> b);
    tell("somebody else's", note, b -> b.alien(data()));
    tell("nobody mounts it", note, b -> b.has(data()));
    tell("no such file", note, b -> b.has(data()).has(user));
    tell(
        "another text",
        note,
        b -> {
          b.engine.file("box", "/data/note.txt", "bye");
          return b.has(data()).has(user);
        });
    String used = "volume: data\nexpect: {driver: local, used_by: {contains: box}}";
    tell("used", used, b -> b.has(data()).has(user));
    tell("not used", used, b -> b.has(data()).has(box()));
    tell("never there", "volume: data\nexpect: absent", b -> b);
    tell("still there", "volume: data\nexpect: absent", b -> b.has(data()));
    tell("gone", "volume: data\nexpect: absent", b -> b.happenedToVolume("destroy", "data"));
    compare("volume");
  }

  @Test
  void exec() {
    String ping = "exec: box\nrun: redis-cli ping\nexpect: {exit_code: 0, stdout: PONG}";
    UnaryOperator<Bench> pong =
        b -> {
          b.engine.exec("box", "sh -c redis-cli ping", 0, "PONG\n");
          return b.has(box());
        };
    tell("as it should be", ping, pong);
    tell("no container", ping, b -> b);
    tell("stopped", ping, b -> b.has(box().exited(0)));
    tell("no such program", ping, b -> b.has(box()));
    tell("another output", ping.replace("PONG", "PING"), pong);
    tell("word by word", "exec: box\nrun: [ls, /]\nexpect: {exit_code: 1}", b -> b.has(box()));
    compare("exec");
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
    tell("as it should be", any, two);
    tell("stopped", any, b -> b.has(box().exited(0)));
    tell("cannot be seen", any, b -> b.has(box()));
    tell("no such one", "processes: box\nexpect: {any: {user: nobody}}", two);
    tell("one that should not be", "processes: box\nexpect: {none: {user: root}}", two);
    String both = "processes: box\nexpect: {any: {user: redis}, none: {user: nobody}}";
    tell("both as they should be", both, two);
    tell("one of both", both.replace("nobody", "root"), two);
    tell("three of them", both.replace("}}", "}, all: {count: 3}}"), two);
    tell("too many", "processes: box\nexpect: {count: 1}", two);
    tell("another first one", "processes: box\nexpect: {pid_1: {contains: init}}", two);
    compare("processes");
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
    tell("as it should be, version 1", all, one);
    tell("as it should be, version 2", all, two);
    tell("cannot be read", all, b -> b.has(box()));
    tell("stopped", all, b -> b.has(box().exited(0)));
    tell("too much memory", "limits: box\nexpect: {memory: {at_most: 32m}}", two);
    tell("no limit", "limits: box\nexpect: {pids: 20}", two);
    tell("no kill", "limits: box\nexpect: {oom: true}", one);
    compare("limits");
  }

  @Test
  void security() {
    UnaryOperator<Bench> usual =
        b -> {
          b.probes.kernel("/proc/1/status", STATUS);
          return b.has(box());
        };
    tell(
        "as it should be",
        "security: box\nexpect: {capabilities: {contains: NET_RAW}, seccomp: filter, user: 999}",
        usual);
    tell("cannot be read", "security: box\nexpect: {user: 0}", b -> b.has(box()));
    tell("stopped", "security: box\nexpect: {user: 0}", b -> b.has(box().exited(0)));
    tell("too many rights", "security: box\nexpect: {capabilities: {none: NET_RAW}}", usual);
    tell("no filter", "security: box\nexpect: {seccomp: {not: filter}}", usual);
    tell("may gain rights", "security: box\nexpect: {no_new_privileges: true}", usual);
    compare("security");
  }

  @Test
  void reach() {
    String reach = "reach: {from: box, to: db, port: 6379, name: true}";
    SampleContainer db = new SampleContainer("db");
    tell("no container", reach, b -> b);
    tell("the other does not run", reach, b -> b.has(box()).has(db.state(ContainerState.EXITED)));
    tell("nothing to knock with", reach, b -> b.has(box()).has(new SampleContainer("db")));
    compare("reach");
  }

  @Test
  void file() throws IOException {
    Path note = Files.writeString(folder.resolve("note.txt"), "hello\n");
    Files.setPosixFilePermissions(note, PosixFilePermissions.fromString("rw-r-----"));
    UnaryOperator<Bench> here = b -> b.in(folder);
    tell("there", "file: note.txt\nexpect: exists", here);
    tell("as it should be", "file: note.txt\nexpect: {mode: 640, contains: hello}", here);
    tell("bare text", "file: note.txt\nexpect: {text: hello}", here);
    tell("not there", "file: nite.txt\nexpect: exists", here);
    tell("another text", "file: note.txt\nexpect: {contains: bye}", here);
    tell("another mode", "file: note.txt\nexpect: {mode: 600}", here);
    tell("still there", "file: note.txt\nexpect: absent", here);
    tell("gone", "file: nite.txt\nexpect: absent", here);
    compare("file");
  }

  @Test
  void host() {
    tell(
        "as it should be",
        "host: {engine: {version: \">=20.10 <30\"}, cgroup: 1, free_disk: {at_least: 1g}}",
        b -> {
          b.probes.disk(2L << 30);
          return b;
        });
    tell("too old", "host: {engine: {version: \">=28\"}}", b -> b);
    tell(
        "too little space",
        "host: {free_disk: {at_least: 1g}}",
        b -> {
          b.probes.disk(1L << 20);
          return b;
        });
    tell("another machine", "host: {free_disk: {at_least: 1g}}", b -> b);
    compare("host");
  }

  @Test
  void dockerfile() throws IOException {
    Files.writeString(
        folder.resolve("Dockerfile"),
        """
        FROM node:22 AS build
        COPY package.json .
        RUN npm ci
        COPY . .
        FROM nginx
        ADD page.html /usr/share/nginx/html/
        COPY --from=build /app /usr/share/nginx/html
        """);
    Files.writeString(folder.resolve("Dockerfile.bad"), "FROM redis:7\nCOPPY a b\n");
    UnaryOperator<Bench> here = b -> b.in(folder);
    tell(
        "as it should be",
        """
        dockerfile: Dockerfile
        expect:
          base: nginx
          stages: [build, "1"]
          instructions:
            in_order: [COPY package.json ., {word: RUN, arguments: {contains: npm}}, COPY . .]
            none: {word: CMD}
          order: {in_order: [FROM, FROM, COPY]}
          user: {absent: true}
          lint: {none: shell_form}
        """,
        here);
    tell("not there", "dockerfile: app/Dockerfile\nexpect: {base: nginx}", here);
    tell("a near name", "dockerfile: Dockerfil\nexpect: {base: nginx}", here);
    tell("refused by docker", "dockerfile: Dockerfile.bad\nexpect: {base: nginx}", here);
    String file = "dockerfile: Dockerfile\nexpect: ";
    tell("another base", file + "{base: nginx:1.27}", here);
    tell("too many stages", file + "{stages: {count: 1}}", here);
    tell("no such instruction", file + "{instructions: {any: EXPOSE 80}}", here);
    tell("another order", file + "{order: {in_order: [RUN, COPY, RUN]}}", here);
    tell("no user", file + "{user: app}", here);
    tell("faults", file + "{lint: {empty: true}}", here);
    tell("the fault that matters", file + "{lint: {none: add_for_copy}}", here);
    tell("a fault that is wanted", file + "{lint: {contains: shell_form}}", here);
    compare("dockerfile");
  }

  private static SampleContainer service(String project, String service, int number) {
    return new SampleContainer("%s-%s-%s".formatted(project, service, number))
        .label("com.docker.compose.project", project)
        .label("com.docker.compose.service", service)
        .label("com.docker.compose.oneoff", "False");
  }

  private static SampleContainer web(int number) {
    return service("shop", "web", number);
  }

  @Test
  void compose() {
    String shop =
        "compose: shop\nexpect: {services: {web: {state: running, scale: 2}, db: {image: redis}}}";
    SampleContainer db = service("shop", "db", 1);
    tell("as it should be", shop, b -> b.has(web(1)).has(web(2)).has(db));
    tell("nothing was done", shop, b -> b);
    tell("the command failed", shop, b -> b.ran("docker compose up", 14));
    tell("somebody else's", shop, b -> b.alien(web(1)).alien(web(2)).alien(db));
    tell("another project", shop, b -> b.has(service("shops", "web", 1)));
    tell("a near service", shop, b -> b.has(service("shop", "webb", 1)).has(db));
    tell("no such service", shop, b -> b.has(web(1)).has(web(2)));
    tell("too few", shop, b -> b.has(web(1)).has(db));
    tell(
        "one of them is dead",
        shop,
        b -> {
          b.engine.log("shop-web-2", "no such host: db");
          return b.has(web(1)).has(web(2).exited(3)).has(db);
        });
    tell(
        "another image", shop.replace("redis", "postgres"), b -> b.has(web(1)).has(web(2)).has(db));
    tell(
        "a one-off does not count",
        shop,
        b -> b.has(web(1)).has(web(2).label("com.docker.compose.oneoff", "True")).has(db));
    tell("none wanted", "compose: shop\nexpect: {services: {web: {scale: 0}}}", b -> b.has(db));
    Map<String, String> labels =
        Map.of("com.docker.compose.project", "shop", "com.docker.compose.network", "front");
    Network front = new Network("n2", "shop_front", "bridge", false, List.of(), List.of(), labels);
    String net = "compose: shop\nexpect: {networks: [front], volumes: {empty: true}}";
    tell("its network", net, b -> b.has(db).has(front).has(data()));
    tell("another network", net.replace("front", "back"), b -> b.has(db).has(front));
    String gone = "compose: shop\nexpect: absent";
    tell("never there", gone, b -> b);
    tell("still there", gone, b -> b.has(db));
    tell("gone", gone, b -> b.happened("destroy", "x", "com.docker.compose.project", "shop"));
    tell("too early", shop, b -> b.happened("destroy", "x", "com.docker.compose.project", "shop"));
    compare("compose");
  }
}
