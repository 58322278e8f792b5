package dev.ropewalk.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.engine.EngineEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the engine tells of what the docker command does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventsIT {
  private static final Duration AMPLE = Duration.ofSeconds(120);

  private final DockerCommand docker = new DockerCommand();
  private final EngineAddress address =
      EngineAddress.find(System.getenv(), Path.of(System.getProperty("user.home")));
  private final DockerJavaEngine engine = DockerJavaEngine.connect(address);

  @BeforeAll
  void images() {
    docker.run("pull", "-q", "busybox");
    docker.run("pull", "-q", "redis");
  }

  @AfterEach
  void clean() {
    docker.close();
  }

  @AfterAll
  void disconnect() {
    engine.close();
  }

  @Test
  void the_life_of_a_container_is_told_in_order() {
    String name = docker.name("life");
    EventLog log = new EventLog();
    try (var _ = engine.subscribe(now(), log)) {
      docker.run("run", "-d", "--name", name, "busybox", "sleep", "600");
      docker.run("stop", "-t", "0", name);
      docker.run("start", name);
      docker.run("exec", name, "true");
      docker.run("rm", "-f", name);

      List<String> actions = new ArrayList<>(log.actions(name, "destroy"));
      if (actions.indexOf("stop") < actions.indexOf("die")) { // Engines since 26 turned it round.
        Collections.swap(actions, actions.indexOf("stop"), actions.indexOf("die"));
      }
      assertThat(actions)
          .containsExactly(
              "create",
              "start",
              "kill",
              "kill",
              "die",
              "stop",
              "start",
              "exec_create",
              "exec_start",
              "exec_die",
              "kill",
              "die",
              "destroy");
    }
  }

  @Test
  void after_catching_up_all_that_a_command_did_has_been_told_and_nothing_twice() {
    EventLog log = new EventLog();
    try (var events = engine.subscribe(now(), log)) {
      for (int round = 0; round < 5; round++) {
        String name = docker.name("quick" + round);
        docker.run("create", "--name", name, "busybox", "sleep", "600");
        docker.run("start", name);
        docker.run("pause", name);

        events.catchUp();

        assertThat(log.told(name)).containsExactly("create", "start", "pause");
      }
    }
  }

  @Test
  void the_end_of_a_container_that_removes_itself_is_in_its_events() {
    String name = docker.name("gone");
    EventLog log = new EventLog();
    try (var _ = engine.subscribe(now(), log)) {
      docker.run("run", "--rm", "--name", name, "busybox", "sh", "-c", "exit 9");

      EngineEvent.ToContainer die =
          log.of(name, event -> event.action().equals("die")).stream()
              .filter(event -> event.action().equals("die"))
              .findFirst()
              .orElseThrow();
      assertThat(die.details()).containsEntry("exitCode", "9");
      assertThat(die.image()).isEqualTo("busybox");
      assertThat(die.id()).matches("[0-9a-f]{64}");
    }
  }

  @Test
  void what_a_probe_leaves_in_the_events_is_told_to_nobody() {
    String name = sleeper("probed");
    String id = engine.container(name).orElseThrow().id();
    EventLog log = new EventLog();
    try (var _ = engine.subscribe(now(), log)) {
      engine.exec(name, List.of("sh", "-c", "true"), AMPLE);
      engine.file(id, "/etc/passwd");
      engine.processes(id);
      docker.run("exec", name, "true");

      assertThat(log.of(name, event -> event.action().equals("exec_die")))
          .extracting(EngineEvent::action)
          .containsOnlyOnce("exec_create", "exec_start", "exec_die")
          .doesNotContain("top", "archive-path");
    }
  }

  @Test
  void a_file_is_read_without_a_word_of_the_volumes_that_the_engine_mounts_for_it() {
    String name = docker.name("holder");
    docker.run("run", "-d", "--name", name, "-v", name + ":/data", "busybox", "sleep", "600");
    String id = engine.container(name).orElseThrow().id();
    EventLog log = new EventLog();
    try (var _ = engine.subscribe(now(), log)) {
      engine.file(id, "/etc/passwd");
      engine.file(id, "/data/nothing");
      docker.run("exec", name, "true");

      assertThat(
              log.all(
                  event ->
                      event instanceof EngineEvent.ToContainer done
                          && done.name().equals(name)
                          && done.action().equals("exec_die")))
          .noneMatch(
              event ->
                  event instanceof EngineEvent.ToVolume volume
                      && volume.id().equals(name)
                      && volume.action().equals("unmount"));
    }
  }

  @Test
  void events_from_before_the_subscription_are_told_if_asked_for() {
    Instant before = now();
    String name = docker.name("before");
    docker.run("create", "--name", name, "busybox");
    EventLog log = new EventLog();

    try (var _ = engine.subscribe(before, log)) {
      assertThat(log.actions(name, "create")).containsExactly("create");
    }
  }

  @Test
  void networks_and_volumes_have_events_too() {
    String network = docker.name("network");
    String volume = docker.name("volume");
    EventLog log = new EventLog();
    try (var _ = engine.subscribe(now(), log)) {
      docker.run("volume", "create", volume);
      docker.run("network", "create", network);

      List<EngineEvent> events =
          log.all(
              event ->
                  event instanceof EngineEvent.ToNetwork(_, var action, _, var name, _, _)
                      && action.equals("create")
                      && name.equals(network));
      assertThat(events)
          .anyMatch(
              event ->
                  event instanceof EngineEvent.ToVolume(_, var action, var id, _, _)
                      && action.equals("create")
                      && id.equals(volume));
    }
  }

  private Instant now() {
    return Instant.now().plus(engine.info().clockAhead()).minusMillis(100);
  }

  private String sleeper(String what) {
    String name = docker.name(what);
    docker.run("run", "-d", "--name", name, "busybox", "sleep", "600");
    return name;
  }
}
