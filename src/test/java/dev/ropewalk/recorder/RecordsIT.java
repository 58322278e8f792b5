package dev.ropewalk.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.engine.Exchange;
import dev.ropewalk.engine.ImageRef;
import dev.ropewalk.engine.ObjectKind;
import dev.ropewalk.engine.Outcome;
import dev.ropewalk.engine.Outcome.Before;
import dev.ropewalk.engine.docker.DockerJavaEngine;
import dev.ropewalk.engine.docker.EngineAddress;
import dev.ropewalk.patience.Patience;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the recorder tells of real docker commands on the real engine. */
class RecordsIT {
  private final String ours = "rec-" + UUID.randomUUID().toString().substring(0, 8);
  private Relay relay;

  @BeforeEach
  void start() throws Exception {
    relay = Relay.start();
    run("for image in busybox redis; do docker inspect $image || docker pull $image; done");
    relay.forget();
  }

  @AfterEach
  void end() throws Exception {
    relay.bash("docker rm -fv $(docker ps -aqf name=" + ours + ")");
    relay.bash("docker volume rm $(docker volume ls -qf name=" + ours + ")");
    relay.bash("docker network rm $(docker network ls -qf name=" + ours + ")");
    relay.bash("docker rmi $(docker images -q " + ours + ")");
    relay.close();
  }

  @Test
  void a_container_is_told_with_its_name_and_the_volumes_that_it_brings() {
    run("docker volume create " + ours + "-old");
    relay.forget();

    String id =
        run("docker run -d --name %s -v %s-old:/o -v %s-new:/n redis".formatted(ours, ours, ours))
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
    String id = run("docker create busybox").strip();

    String name = run("docker inspect -f '{{.Name}}' " + id).strip().substring(1);
    assertThat(relay.outcomes(Outcome.Created.class))
        .contains(new Outcome.Created(ObjectKind.CONTAINER, id, name, Before.ABSENT));
    run("docker rm " + id);
  }

  @Test
  void a_refusal_is_told_in_the_engines_words() {
    run("docker create --name " + ours + " busybox");

    Relay.Ran again = relay.bash("docker create --name " + ours + " busybox");

    Exchange refused = last("/containers/create");
    assertThat(refused.failed()).isTrue();
    assertThat(refused.status()).isEqualTo(409);
    assertThat(again.err()).contains(refused.error());
    assertThat(refused.error()).startsWith("Conflict. The container name \"/" + ours + "\"");
    assertThat(refused.outcomes()).isEmpty();
  }

  @Test
  void what_a_list_has_shown_is_told_and_what_its_filter_left_out_is_not() {
    String id = run("docker run -d --name " + ours + " busybox sleep 600").strip();

    run("docker ps -f name=" + ours);
    Outcome.Listed shown = last(Outcome.Listed.class);
    run("docker ps -f name=zzz");
    Outcome.Listed without = last(Outcome.Listed.class);

    assertThat(shown)
        .isEqualTo(
            new Outcome.Listed(ObjectKind.CONTAINER, List.of(new Outcome.Item(id, List.of(ours)))));
    assertThat(without.items()).isEmpty();
  }

  @Test
  void starting_what_runs_changes_nothing() {
    run("docker run -d --name " + ours + " busybox sleep 600");

    run("docker start " + ours);

    assertThat(last(Outcome.Acted.class))
        .isEqualTo(new Outcome.Acted(Outcome.Action.START, ours, false));
  }

  @Test
  void logs_are_counted_and_their_words_found() {
    run("docker run --name " + ours + " busybox sh -c 'echo one; echo two words >&2'");
    relay.recorder().watchFor(Set.of("one", "two words", "three"));

    run("docker logs " + ours);
    Outcome.Shown all = last(Outcome.Shown.class);
    run("docker logs --tail 0 " + ours);
    Outcome.Shown none = last(Outcome.Shown.class);

    assertThat(all.bytes()).isEqualTo("one\ntwo words\n".length());
    assertThat(all.words()).containsExactlyInAnyOrder("one", "two words");
    assertThat(none).isEqualTo(new Outcome.Shown(Outcome.View.LOGS, all.object(), 0, Set.of()));
  }

  @Test
  void words_are_found_on_a_terminal_and_in_an_attached_run_too() {
    relay.recorder().watchFor(Set.of("hello there"));

    run("script -qec 'docker run -it --name " + ours + " busybox echo hello there' /dev/null");
    Outcome.Shown terminal = last(Outcome.Shown.class);
    run("docker run --rm busybox echo hello there");
    Outcome.Shown pipe = last(Outcome.Shown.class);

    assertThat(terminal.view()).isEqualTo(Outcome.View.ATTACH);
    assertThat(terminal.words()).containsExactly("hello there");
    assertThat(pipe.words()).containsExactly("hello there");
    assertThat(pipe.bytes()).isEqualTo("hello there\n".length());
  }

  @Test
  void exit_codes_of_exec_and_wait_are_told() {
    String id = run("docker run -d --name " + ours + " busybox sleep 600").strip();

    relay.bash("docker exec " + ours + " sh -c 'exit 7'");
    run("docker kill " + ours + "; docker wait " + ours);

    Outcome.ExecEnded exec = last(Outcome.ExecEnded.class);
    assertThat(exec.container()).isIn(ours, id);
    assertThat(exec.command()).containsExactly("sh", "-c", "exit 7");
    assertThat(exec.exitCode()).isEqualTo(7);
    assertThat(last(Outcome.Waited.class)).isEqualTo(new Outcome.Waited(ours, 137));
  }

  @Test
  void a_volume_is_told_as_new_once() {
    run("docker volume create " + ours);
    Outcome first = last(Outcome.Created.class);
    run("docker volume create " + ours);
    Outcome second = last(Outcome.Created.class);

    assertThat(first).isEqualTo(volume(ours, Before.ABSENT));
    assertThat(second).isEqualTo(volume(ours, Before.PRESENT));
  }

  @Test
  void a_tag_is_told_with_the_image_that_had_it_before() {
    String busybox = run("docker inspect -f '{{.Id}}' busybox").strip();
    String redis = run("docker inspect -f '{{.Id}}' redis").strip();

    run("docker tag busybox " + ours + ":1");
    Outcome first = last(Outcome.Tagged.class);
    run("docker tag redis " + ours + ":1");
    Outcome second = last(Outcome.Tagged.class);
    run("docker rmi " + ours + ":1");

    assertThat(first).isEqualTo(new Outcome.Tagged(busybox, new ImageRef(ours, "1"), ""));
    assertThat(second).isEqualTo(new Outcome.Tagged(redis, new ImageRef(ours, "1"), busybox));
    assertThat(last(Outcome.Removed.class))
        .isEqualTo(new Outcome.Removed(ObjectKind.IMAGE, List.of(ours + ":1")));
  }

  @Test
  void a_build_is_told_with_its_image_and_a_failed_one_with_the_reason() {
    run("printf 'FROM busybox\\nENV A=%s\\n' | docker build -t %s -".formatted(ours, ours));
    String id = run("docker inspect -f '{{.Id}}' " + ours).strip();

    relay.bash("printf 'FROM busybox\\nRUN exit 3\\n' | docker build -t %s:2 -".formatted(ours));

    assertThat(relay.outcomes(Outcome.Built.class))
        .containsExactly(new Outcome.Built(id, List.of(new ImageRef(ours, "latest"))));
    assertThat(last("/build").error()).contains("returned a non-zero code: 3");
    assertThat(last("/build").status()).isEqualTo(200);
  }

  @Test
  void a_quiet_build_is_told_with_its_image() {
    String id = run("printf 'FROM busybox\nENV A=q\n' | docker build -q -t " + ours + " -").strip();

    assertThat(relay.outcomes(Outcome.Built.class))
        .containsExactly(new Outcome.Built(id, List.of(new ImageRef(ours, "latest"))));
    assertThat(last(Outcome.Tagged.class))
        .isEqualTo(new Outcome.Tagged(id, new ImageRef(ours, "latest"), ""));
  }

  @Test
  void a_network_is_told_and_who_joins_it() {
    String id = run("docker network create " + ours).strip();
    run("docker run -d --name " + ours + " busybox sleep 600");
    run("docker network connect " + ours + " " + ours);

    assertThat(relay.outcomes())
        .contains(
            new Outcome.Created(ObjectKind.NETWORK, id, ours, Before.ABSENT),
            new Outcome.Connected(ours, ours));
  }

  @Test
  void an_image_that_was_commited_imported_or_loaded_is_told() {
    run("docker create --name " + ours + " busybox");
    String committed = run("docker commit " + ours + " " + ours + ":c").strip();
    String imported = run("docker export " + ours + " | docker import - " + ours + ":i").strip();
    run("docker save " + ours + ":c | docker load");

    assertThat(relay.outcomes())
        .contains(
            new Outcome.Created(ObjectKind.IMAGE, committed, ours + ":c", Before.ABSENT),
            new Outcome.Created(ObjectKind.IMAGE, imported, ours + ":i", Before.ABSENT),
            new Outcome.Loaded(List.of(ours + ":c")));
  }

  @Test
  void docker_java_gets_the_same_answers() {
    run("docker run -d --name " + ours + " busybox sh -c 'echo hello; sleep 600'");
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
        run(
            "curl -sS -H 'Content-Type: application/json' -d '{\"Image\": \"busybox\"}' --unix-socket"
                + " ${DOCKER_HOST#unix://} http://docker/containers/create?name="
                + ours);
    run("echo -n 2 3 | xargs -d ' ' -I{} docker create --name " + ours + "-{} busybox");

    assertThat(id).startsWith("{\"Id\":\"");
    assertThat(relay.outcomes(Outcome.Created.class).map(Outcome.Created::name))
        .containsExactly(ours, ours + "-2", ours + "-3");
  }

  @Test
  void every_request_is_told_when_the_client_has_ended() {
    for (int round = 0; round < 50; round++) {
      relay.forget();
      run("docker ps");
      assertThat(relay.outcomes(Outcome.Listed.class)).hasSize(1);
    }
  }

  @Test
  void no_secret_of_the_environment_or_of_a_build_is_kept() {
    run(
        "docker run --rm -e TOKEN=s3cr3t]x --name %s busybox true; docker inspect %s"
            .formatted(ours, ours));
    run(
        "printf 'FROM busybox\\nARG P\\n' | docker build --build-arg P=s3cr3t -t %s -"
            .formatted(ours));

    assertThat(relay.told()).isNotEmpty();
    assertThat(relay.told().toString()).doesNotContain("s3cr3t");
  }

  private String run(String line) {
    return relay.bash(line).out();
  }

  private static Outcome.Created volume(String name, Before before) {
    return new Outcome.Created(ObjectKind.VOLUME, name, name, before);
  }

  private <T extends Outcome> T last(Class<T> kind) {
    return relay.outcomes(kind).reduce((_, last) -> last).orElseThrow();
  }

  private Exchange last(String path) {
    return relay.told().stream()
        .filter(exchange -> exchange.path().equals(path))
        .reduce((_, last) -> last)
        .orElseThrow();
  }
}
