package dev.ropewalk.recorder;

import static dev.ropewalk.recorder.RecordedDocker.volume;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.engine.Exchange;
import dev.ropewalk.engine.ObjectKind;
import dev.ropewalk.engine.Outcome;
import dev.ropewalk.engine.Outcome.Before;
import dev.ropewalk.engine.docker.DockerJavaEngine;
import dev.ropewalk.engine.docker.EngineAddress;
import dev.ropewalk.patience.Patience;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the recorder tells of real docker commands for containers. */
class RecordsIT {
  @AutoClose private RecordedDocker docker;
  private Relay relay;
  private String ours;

  @BeforeEach
  void start() throws Exception {
    docker = RecordedDocker.start();
    relay = docker.relay();
    ours = docker.ours();
  }

  @Test
  void a_container_is_told_with_its_name_and_the_volumes_that_it_brings() {
    docker.run("docker volume create " + ours + "-old");
    relay.forget();

    String id =
        docker
            .run(
                "docker run -d --name %s -v %s-old:/o -v %s-new:/n redis"
                    .formatted(ours, ours, ours))
            .strip();

    assertThat(relay.outcomes(Outcome.Created.class))
        .contains(
            new Outcome.Created(ObjectKind.CONTAINER, id, ours, Before.ABSENT),
            volume(ours + "-old", Before.PRESENT),
            volume(ours + "-new", Before.ABSENT))
        .as("and the volume that the image asks for, which nobody has named")
        .hasSize(4);
    assertThat(relay.outcomes()).contains(new Outcome.Acted(Outcome.Action.START, id, true));
  }

  @Test
  void a_name_that_the_engine_has_chosen_is_told() {
    String id = docker.run("docker create busybox").strip();

    String name = docker.run("docker inspect -f '{{.Name}}' " + id).strip().substring(1);
    assertThat(relay.outcomes(Outcome.Created.class))
        .contains(new Outcome.Created(ObjectKind.CONTAINER, id, name, Before.ABSENT));
    docker.run("docker rm " + id);
  }

  @Test
  void a_refusal_is_told_in_the_engines_words() {
    docker.run("docker create --name " + ours + " busybox");

    Relay.Ran again = relay.bash("docker create --name " + ours + " busybox");

    Exchange refused = docker.last("/containers/create");
    assertThat(refused.failed()).isTrue();
    assertThat(refused.status()).isEqualTo(409);
    assertThat(again.err()).contains(refused.error());
    assertThat(refused.error()).startsWith("Conflict. The container name \"/" + ours + "\"");
    assertThat(refused.outcomes()).isEmpty();
  }

  @Test
  void what_a_list_has_shown_is_told_and_what_its_filter_left_out_is_not() {
    String id = docker.run("docker run -d --name " + ours + " busybox sleep 600").strip();

    docker.run("docker ps -f name=" + ours);
    Outcome.Listed shown = docker.last(Outcome.Listed.class);
    docker.run("docker ps -f name=zzz");
    Outcome.Listed without = docker.last(Outcome.Listed.class);

    assertThat(shown)
        .isEqualTo(
            new Outcome.Listed(ObjectKind.CONTAINER, List.of(new Outcome.Item(id, List.of(ours)))));
    assertThat(without.items()).isEmpty();
  }

  @Test
  void starting_what_runs_changes_nothing() {
    docker.run("docker run -d --name " + ours + " busybox sleep 600");

    docker.run("docker start " + ours);

    assertThat(docker.last(Outcome.Acted.class))
        .isEqualTo(new Outcome.Acted(Outcome.Action.START, ours, false));
  }

  @Test
  void logs_are_counted_and_their_words_found() {
    docker.run("docker run --name " + ours + " busybox sh -c 'echo one; echo two words >&2'");
    relay.recorder().watchFor(Set.of("one", "two words", "three"));

    docker.run("docker logs " + ours);
    Outcome.Shown all = docker.last(Outcome.Shown.class);
    docker.run("docker logs --tail 0 " + ours);
    Outcome.Shown none = docker.last(Outcome.Shown.class);

    assertThat(all.bytes()).isEqualTo("one\ntwo words\n".length());
    assertThat(all.words()).containsExactlyInAnyOrder("one", "two words");
    assertThat(none).isEqualTo(new Outcome.Shown(Outcome.View.LOGS, all.object(), 0, Set.of()));
  }

  @Test
  void words_are_found_on_a_terminal_and_in_an_attached_run_too() {
    relay.recorder().watchFor(Set.of("hello there"));

    docker.run(
        "script -qec 'docker run -it --name " + ours + " busybox echo hello there' /dev/null");
    Outcome.Shown terminal = docker.last(Outcome.Shown.class);
    docker.run("docker run --rm busybox echo hello there");
    Outcome.Shown pipe = docker.last(Outcome.Shown.class);

    assertThat(terminal.view()).isEqualTo(Outcome.View.ATTACH);
    assertThat(terminal.words()).containsExactly("hello there");
    assertThat(pipe.words()).containsExactly("hello there");
    assertThat(pipe.bytes()).isEqualTo("hello there\n".length());
  }

  @Test
  void exit_codes_of_exec_and_wait_are_told() {
    String id = docker.run("docker run -d --name " + ours + " busybox sleep 600").strip();

    relay.bash("docker exec " + ours + " sh -c 'exit 7'");
    docker.run("docker kill " + ours + "; docker wait " + ours);

    Outcome.ExecEnded exec = docker.last(Outcome.ExecEnded.class);
    assertThat(exec.container()).isIn(ours, id);
    assertThat(exec.command()).containsExactly("sh", "-c", "exit 7");
    assertThat(exec.exitCode()).isEqualTo(7);
    assertThat(docker.last(Outcome.Waited.class)).isEqualTo(new Outcome.Waited(ours, 137));
  }

  @Test
  void docker_java_gets_the_same_answers() {
    docker.run("docker run -d --name " + ours + " busybox sh -c 'echo hello; sleep 600'");
    EngineAddress direct =
        EngineAddress.find(System.getenv(), Path.of(System.getProperty("user.home")));
    EngineAddress recorded =
        new EngineAddress.Socket(Path.of(relay.address().substring("unix://".length())));
    relay.forget();

    try (DockerJavaEngine one = DockerJavaEngine.connect(direct);
        DockerJavaEngine other = DockerJavaEngine.connect(recorded)) {
      assertThat(other.container(ours)).isEqualTo(one.container(ours)).isPresent();
      assertThat(other.image("busybox")).isEqualTo(one.image("busybox")).isPresent();
      assertThat(other.logs(ours, 10)).isEqualTo(one.logs(ours, 10));
      assertThat(other.exec(ours, List.of("echo", "executed"), Patience.BUSY_MACHINE).out())
          .isEqualTo("executed\n");
    }
    assertThat(relay.outcomes(Outcome.ExecEnded.class))
        .allMatch(exec -> exec.command().equals(List.of("echo", "executed")))
        .isNotEmpty();
  }

  @Test
  void what_others_than_docker_create_is_told_too() {
    String id =
        docker.run(
            "curl -sS -H 'Content-Type: application/json' -d '{\"Image\": \"busybox\"}' --unix-socket"
                + " ${DOCKER_HOST#unix://} http://docker/containers/create?name="
                + ours);
    docker.run("echo -n 2 3 | xargs -d ' ' -I{} docker create --name " + ours + "-{} busybox");

    assertThat(id).startsWith("{\"Id\":\"");
    assertThat(relay.outcomes(Outcome.Created.class).map(Outcome.Created::name))
        .containsExactly(ours, ours + "-2", ours + "-3");
  }

  @Test
  void every_request_is_told_when_the_client_has_ended() {
    for (int round = 0; round < 50; round++) {
      relay.forget();
      docker.run("docker ps");
      assertThat(relay.outcomes(Outcome.Listed.class)).hasSize(1);
    }
  }

  @Test
  void no_secret_of_the_environment_or_of_a_build_is_kept() {
    docker.run(
        "docker run --rm -e TOKEN=s3cr3t]x --name %s busybox true; docker inspect %s"
            .formatted(ours, ours));
    docker.run(
        "printf 'FROM busybox\\nARG P\\n' | docker build --build-arg P=s3cr3t -t %s -"
            .formatted(ours));

    assertThat(relay.told()).isNotEmpty();
    assertThat(relay.told().toString()).doesNotContain("s3cr3t");
  }
}
