package dev.ropewalk.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.command.Creations.Course;
import dev.ropewalk.command.Creations.Kind;
import dev.ropewalk.command.Creations.Request;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lines ask an engine to create. */
final class CreationsTest {
  private static List<Request> of(String line, String... ran) {
    return Creations.of(line, List.of(ran), StoredHelps.table(StoredHelps.OLD)).requests();
  }

  private static Request named(Kind kind, String name) {
    return new Request(kind, Optional.of(name), "", Course.FOREGROUND);
  }

  private static Request container(Optional<String> name, String image) {
    return new Request(Kind.CONTAINER, name, image, Course.FOREGROUND);
  }

  @Test
  void containers_are_asked_for_with_their_names_and_images() {
    assertThat(of("docker run -d --name=a redis; docker container create busybox sh"))
        .containsExactly(
            container(Optional.of("a"), "redis"), container(Optional.empty(), "busybox"));
  }

  @Test
  void networks_and_volumes_are_asked_for_by_name() {
    assertThat(of("docker network create -d bridge shop; docker volume create data"))
        .containsExactly(named(Kind.NETWORK, "shop"), named(Kind.VOLUME, "data"));
    assertThat(
            of(
                "docker run -v notes:/notes -v /srv:/srv -v ./here:/h -v /only"
                    + " --mount type=volume,source=logs,target=/l"
                    + " --mount type=bind,src=etc,dst=/e redis"))
        .containsExactly(
            container(Optional.empty(), "redis"),
            named(Kind.VOLUME, "notes"),
            named(Kind.VOLUME, "logs"));
  }

  @Test
  void other_clients_ask_the_api() {
    String curl = "curl -s --unix-socket /var/run/docker.sock -H 'Content-Type: application/json' ";

    assertThat(
            of(
                curl
                    + "-d '{\"Image\": \"redis\",\"Cmd\":[\"echo\"]}' 'http://x/containers/create?platform=&name=box'"))
        .containsExactly(container(Optional.of("box"), "redis"));
    assertThat(of(curl + "-d '{\"Image\":\"redis:7\"}' http://x/v1.41/containers/create"))
        .containsExactly(container(Optional.empty(), "redis:7"));
    assertThat(of(curl + "-d '{\"Name\":\"shop\"}' http://x/networks/create"))
        .containsExactly(named(Kind.NETWORK, "shop"));
    assertThat(of(curl + "http://x/containers/json")).isEmpty();
    assertThat(of("echo curl 'http://x/containers/create?name=box'")).isEmpty();
  }

  @Test
  void a_volume_can_be_asked_for_without_a_name() {
    assertThat(of("docker volume create"))
        .containsExactly(new Request(Kind.VOLUME, Optional.empty(), "", Course.FOREGROUND));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docker build -q -t mine:1 .",
        "docker image build --tag mine:1 .",
        "docker commit box mine:1",
        "docker import box.tar mine:1"
      })
  void an_image_and_its_name_are_asked_for(String line) {
    assertThat(of(line))
        .containsExactly(
            new Request(Kind.IMAGE, Optional.empty(), "", Course.FOREGROUND),
            named(Kind.IMAGE_NAME, "mine:1"));
  }

  @Test
  void a_name_is_asked_for_without_an_image() {
    assertThat(of("docker tag redis mine")).containsExactly(named(Kind.IMAGE_NAME, "mine"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docker ps -a",
        "cd sub",
        "CID=abc",
        "sudo docker rm -f a",
        "./up.sh",
        "docker compose up",
        "docker exec a docker run --name b redis",
        "docker pull redis"
      })
  void such_commands_ask_for_nothing_that_could_be_known(String line) {
    assertThat(of(line)).isEmpty();
  }

  @Test
  void what_the_shell_ran_counts_as_often_as_it_ran_it() {
    assertThat(
            of(
                "for i in 1 2; do docker volume create \"v$i\"; done; docker volume create d",
                "docker volume create v1",
                "docker volume create v2",
                "docker volume create d"))
        .filteredOn(request -> !request.name().equals(Optional.of("v$i")))
        .containsExactly(
            named(Kind.VOLUME, "v1"), named(Kind.VOLUME, "v2"), named(Kind.VOLUME, "d"));
  }

  @Test
  void what_the_shell_ran_for_an_eval_or_a_function_is_known() {
    assertThat(
            of("eval \"$X\"; up", "eval 'docker run --name a redis'", "docker run --name a redis"))
        .containsExactly(container(Optional.of("a"), "redis"));
  }

  @Test
  void a_job_in_the_background_may_create_later_what_its_words_ask_for() {
    assertThat(of("sleep 5 && docker run --name a redis &", "sleep 5"))
        .containsExactly(new Request(Kind.CONTAINER, Optional.of("a"), "redis", Course.BACKGROUND));
    assertThat(of("docker run --name a redis && echo 2>&1"))
        .extracting(Request::course)
        .containsExactly(Course.FOREGROUND);
  }
}
