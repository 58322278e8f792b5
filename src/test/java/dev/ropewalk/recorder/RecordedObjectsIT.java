package dev.ropewalk.recorder;

import static dev.ropewalk.recorder.RecordedDocker.volume;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.engine.ImageRef;
import dev.ropewalk.engine.ObjectKind;
import dev.ropewalk.engine.Outcome;
import dev.ropewalk.engine.Outcome.Before;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the recorder tells of real docker commands for images, volumes and networks. */
class RecordedObjectsIT {
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
  void a_volume_is_told_as_new_once() {
    docker.run("docker volume create " + ours);
    Outcome first = docker.last(Outcome.Created.class);
    docker.run("docker volume create " + ours);
    Outcome second = docker.last(Outcome.Created.class);

    assertThat(first).isEqualTo(volume(ours, Before.ABSENT));
    assertThat(second).isEqualTo(volume(ours, Before.PRESENT));
  }

  @Test
  void a_tag_is_told_with_the_image_that_had_it_before() {
    String busybox = docker.run("docker inspect -f '{{.Id}}' busybox").strip();
    String redis = docker.run("docker inspect -f '{{.Id}}' redis").strip();

    docker.run("docker tag busybox " + ours + ":1");
    Outcome first = docker.last(Outcome.Tagged.class);
    docker.run("docker tag redis " + ours + ":1");
    Outcome second = docker.last(Outcome.Tagged.class);
    docker.run("docker rmi " + ours + ":1");

    assertThat(first).isEqualTo(new Outcome.Tagged(busybox, new ImageRef(ours, "1"), ""));
    assertThat(second).isEqualTo(new Outcome.Tagged(redis, new ImageRef(ours, "1"), busybox));
    assertThat(docker.last(Outcome.Removed.class))
        .isEqualTo(new Outcome.Removed(ObjectKind.IMAGE, List.of(ours + ":1")));
  }

  @Test
  void a_build_is_told_with_its_image_and_a_failed_one_with_the_reason() {
    docker.run("printf 'FROM busybox\\nENV A=%s\\n' | docker build -t %s -".formatted(ours, ours));
    String id = docker.run("docker inspect -f '{{.Id}}' " + ours).strip();

    relay.bash(
        "printf 'FROM busybox\\nRUN exit 3\\n' | docker build --force-rm -t %s:2 -"
            .formatted(ours));

    assertThat(relay.outcomes(Outcome.Built.class))
        .containsExactly(new Outcome.Built(id, List.of(new ImageRef(ours, "latest"))));
    assertThat(docker.last("/build").error()).contains("returned a non-zero code: 3");
    assertThat(docker.last("/build").status()).isEqualTo(200);
  }

  @Test
  void a_quiet_build_is_told_with_its_image() {
    String id =
        docker.run("printf 'FROM busybox\nENV A=q\n' | docker build -q -t " + ours + " -").strip();

    assertThat(relay.outcomes(Outcome.Built.class))
        .containsExactly(new Outcome.Built(id, List.of(new ImageRef(ours, "latest"))));
    assertThat(docker.last(Outcome.Tagged.class))
        .isEqualTo(new Outcome.Tagged(id, new ImageRef(ours, "latest"), ""));
  }

  @Test
  void a_network_is_told_and_who_joins_it() {
    String id = docker.run("docker network create " + ours).strip();
    docker.run("docker run -d --name " + ours + " busybox sleep 600");
    docker.run("docker network connect " + ours + " " + ours);

    assertThat(relay.outcomes())
        .contains(
            new Outcome.Created(ObjectKind.NETWORK, id, ours, Before.ABSENT),
            new Outcome.Connected(ours, ours));
  }

  @Test
  void an_image_that_was_commited_imported_or_loaded_is_told() {
    docker.run("docker create --name " + ours + " busybox");
    String committed = docker.run("docker commit " + ours + " " + ours + ":c").strip();
    String imported =
        docker.run("docker export " + ours + " | docker import - " + ours + ":i").strip();
    docker.run("docker save " + ours + ":c | docker load");

    assertThat(relay.outcomes())
        .contains(
            new Outcome.Created(ObjectKind.IMAGE, committed, ours + ":c", Before.ABSENT),
            new Outcome.Created(ObjectKind.IMAGE, imported, ours + ":i", Before.ABSENT),
            new Outcome.Loaded(List.of(ours + ":c")));
  }
}
