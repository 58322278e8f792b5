package dev.ropewalk.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.command.Creations.Asked;
import dev.ropewalk.command.Creations.Reach;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lines ask an engine to create. */
final class CreationsTest {
  private static Creations of(String... ran) {
    return Creations.of(List.of(ran), StoredHelps.table(StoredHelps.OLD));
  }

  @Test
  void containers_are_asked_for_with_their_names_and_images() {
    assertThat(
            of("docker run -d --name=a redis", "docker container create busybox sh").containers())
        .containsExactly(
            new Asked(Optional.of("a"), "redis"), new Asked(Optional.empty(), "busybox"));
  }

  @Test
  void networks_and_volumes_are_asked_for_by_name() {
    Creations asked =
        of(
            "docker network create -d bridge shop",
            "docker volume create data",
            "docker run -v notes:/notes -v /srv:/srv --mount type=volume,source=logs,target=/l redis");

    assertThat(asked.networks()).containsExactly("shop");
    assertThat(asked.volumes()).containsExactly("data", "notes", "logs");
  }

  @ParameterizedTest
  @ValueSource(strings = {"docker ps -a", "cd sub", "CID=abc", "sudo docker rm -f a", "sleep 3"})
  void such_commands_create_nothing(String ran) {
    assertThat(of(ran)).isEqualTo(new Creations(List.of(), List.of(), List.of(), Reach.KNOWN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "./up.sh",
        "make",
        "docker build .",
        "docker compose up",
        "docker exec a docker run b"
      })
  void such_commands_may_create_anything(String ran) {
    assertThat(of("docker run redis", ran).reach()).isEqualTo(Reach.OPEN);
  }

  @Test
  void a_shell_that_does_not_tell_leaves_it_open() {
    assertThat(of()).isEqualTo(Creations.UNKNOWN);
  }
}
