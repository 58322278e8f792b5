package dev.ropewalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.Check;
import dev.ropewalk.check.History;
import dev.ropewalk.check.LearnerAct;
import dev.ropewalk.check.Ownership;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.check.value.Variables;
import dev.ropewalk.command.StoredHelps;
import dev.ropewalk.engine.Engine;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.EngineProblem;
import dev.ropewalk.engine.World;
import dev.ropewalk.engine.docker.DockerJavaEngine;
import dev.ropewalk.engine.docker.EngineAddress;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.verify.Judge;
import dev.ropewalk.verify.LiveProbes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the real engine is asked while a step is judged, counted on the way to it. */
@ExtendWith(EngineLock.class)
final class JudgeRequestsIT {
  private static final String CHECKS =
      """
      steps:
        run-it:
          checks:
            - {check: it runs, container: bench-box, expect: {state: running, image: redis}}
            - check: it is wired
              container: bench-box
              expect:
                ports: {any: {container: 6379/tcp, host: 18979}}
                mounts: {any: {type: volume, source: bench-data, target: /data}}
                networks: {contains: bench-net}
            - {check: the same by image, container: {image: redis}, expect: {hostname: bench-box}}
            - check: the image
              image: redis
              expect: {exposes: {contains: 6379/tcp}}
              capture: {image: id}
            - {check: the same with its tag, image: "redis:latest", expect: exists}
            - {check: the same by id, image: "${image}", expect: {workdir: /data}}
            - {check: the network, network: bench-net, expect: {driver: bridge}}
            - {check: its members, network: bench-net, expect: {members: {contains: bench-box}}}
            - {check: the volume, volume: bench-data, expect: {driver: local}}
            - {check: its users, volume: bench-data, expect: {used_by: {contains: bench-box}}}
            - {check: what runs, processes: bench-box, expect: {pid_1: {contains: redis-server}}}
            - {check: how many, processes: bench-box, expect: {count: {at_least: 1}}}
            - {check: its namespaces, namespace: bench-box, expect: {pid: differs_from_host}}
            - {check: all of them, namespace: bench-box, expect: {mnt: differs_from_host, net: {same_as: bench-box}}}
            - {check: its limits, limits: bench-box, expect: {memory: {absent: true}, oom: false}}
            - {check: its other limits, limits: bench-box, expect: {cpu: {absent: true}}}
            - {check: its rights, security: bench-box, expect: {seccomp: filter}}
            - {check: its other rights, security: bench-box, expect: {capabilities: {contains: CHOWN}}}
            - {check: its log, logs: bench-box, expect: {count: {at_least: 0}}}
            - {check: its log again, logs: bench-box, expect: {count: {at_least: 0}}, stream: stdout}
            - {check: how it was made, image: redis, expect: {history: {count: {at_least: 0}}}}
            - {check: the list was read, typed: {docker: ps, flags: {all: true}}}
            - check: all of it
              all:
                - {container: bench-box, expect: {mode: detached}}
                - {network: bench-net, expect: {internal: false}}
          solution: docker ps -a
      """;
  private static final History LISTED =
      new History(
          new Ownership.Everything(),
          List.of(),
          List.of(),
          List.of(new LearnerAct.Line("docker ps -a", List.of("docker ps -a"), 0)));

  @TempDir private Path folder;

  @BeforeEach
  void make() {
    remove();
    Docker.run("network", "create", "bench-net");
    Docker.run(
        "run",
        "--detach",
        "--name=bench-box",
        "--hostname=bench-box",
        "--network=bench-net",
        "--publish=18979:6379",
        "--volume=bench-data:/data",
        "redis");
  }

  @AfterEach
  void remove() {
    Docker.remove("bench-box");
    Docker.run("network", "rm", "bench-net");
    Docker.run("volume", "rm", "bench-data");
  }

  @Test
  void while_nothing_happens_an_engine_that_is_listened_to_is_asked_only_for_its_images()
      throws Exception {
    try (EngineProxy proxy = new EngineProxy(folder.resolve("engine.sock"));
        DockerJavaEngine engine =
            DockerJavaEngine.connect(new EngineAddress.Socket(folder.resolve("engine.sock")));
        Engine.Subscription events =
            engine.subscribe(Instant.now().plus(engine.info().clockAhead()), new Deaf())) {
      assertThat(events.awaitAccepted(Duration.ofSeconds(60))).isTrue();
      World first = engine.world();
      int before = proxy.requests().size();

      assertThat(engine.world()).isEqualTo(first);
      assertThat(proxy.requests().stream().skip(before))
          .noneMatch(request -> request.matches("GET .*/(containers/json|networks|volumes).*"));

      Docker.remove("bench-box");
      events.catchUp();
      assertThat(engine.world().containers())
          .extracting(World.ContainerSummary::name)
          .doesNotContain("bench-box");
    }
  }

  /** Hears nothing. */
  private static final class Deaf implements Engine.Listener {
    @Override
    public void happened(EngineEvent event) {}

    @Override
    public void lost(EngineProblem problem) {}

    @Override
    public void back() {}
  }

  @Test
  void a_step_asks_once_for_each_list_and_each_object() throws IOException {
    List<Check> checks = checks();
    String box = Docker.run("inspect", "--format={{.Id}}", "bench-box");
    try (EngineProxy proxy = new EngineProxy(folder.resolve("engine.sock"));
        DockerJavaEngine engine =
            DockerJavaEngine.connect(new EngineAddress.Socket(folder.resolve("engine.sock")))) {
      Judge judge = new Judge(engine, new LiveProbes(engine), StoredHelps.table(StoredHelps.OLD));
      int before = proxy.requests().size();

      List<Verdict> verdicts = judge.judge(checks, LISTED, Variables.NONE);

      assertThat(verdicts).hasSize(23).hasOnlyElementsOfType(Verdict.Passed.class);
      String image = Docker.run("inspect", "--format={{.Image}}", "bench-box");
      List<String> asked = proxy.requests().stream().skip(before).toList();
      assertThat(asked).doesNotHaveDuplicates();
      // A file that this kernel does not have is looked for by a command inside, too.
      assertThat(asked.stream().filter(request -> !request.contains("/exec")))
          .containsExactlyInAnyOrder(
              "GET /containers/json?all=true",
              "GET /images/json",
              "GET /networks",
              "GET /volumes",
              "GET /containers/" + box + "/json",
              "GET /images/redis/json",
              "GET /images/" + image + "/history",
              "GET /containers/" + box + "/top",
              "GET /containers/" + box + "/logs?stdout=true&stderr=true&tail=2000",
              "GET /info",
              "GET /networks/bench-net",
              "GET /volumes/bench-data");
    }
  }

  private List<Check> checks() throws IOException {
    Files.createDirectories(folder.resolve("lessons"));
    Files.createDirectories(folder.resolve("checks"));
    Files.writeString(folder.resolve("lessons/10-box.md"), "# A box\n\n## Run it\n\nGo.\n");
    Files.writeString(folder.resolve("checks/10-box.yaml"), CHECKS);
    return Course.open(folder).lesson(new LessonId("box")).steps().getFirst().checks();
  }
}
