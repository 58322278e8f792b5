package dev.ropewalk.check.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.engine.SampleContainer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Of a line that made a container wrong in one thing, all the rest stays in the line that is
 * advised: while the container is there, and after it was removed.
 */
final class TypedLineStaysTest {
  private static final String TYPED =
      "docker run -dt --network app-net -e TOWN=Oslo -v mydata:/data -p 8080:80 --label a=b --name box busybox sleep 600";
  private static final String NAME = "container: box\nexpect: ";

  private final PlannedStep step = new PlannedStep();

  TypedLineStaysTest() {
    step.bench.engine.withImage("busybox:latest").withImage("nginx:latest");
  }

  private static SampleContainer made(String name) {
    return new SampleContainer(name)
        .image("busybox")
        .command("sleep", "600")
        .network("app-net")
        .env("TOWN", "Oslo")
        .label("a", "b")
        .mount("volume", "mydata", "/data", false)
        .port("0.0.0.0", 8080, 80);
  }

  /** What a check expects, what of the line it is about, and what must stand there. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{image: nginx} | box busybox sleep | box nginx sleep",
        "{mode: attached} | run -dt | run -t",
        "{auto_remove: true} | --name box | --rm --name box",
        "{networks: {contains: other}} | --network app-net | --network other",
        "{env: {TOWN: Bergen}} | TOWN=Oslo | TOWN=Bergen",
        "{env: {LAND: Norge}} | --name box | -e LAND=Norge --name box",
        "{labels: {a: c}} | --label a=b | --label a=c",
        "{mounts: {any: {source: mydata, read_only: true}}} | mydata:/data | mydata:/data:ro",
        "{mounts: {any: {type: volume, target: /data, read_only: true}}} | mydata:/data | mydata:/data:ro",
        "{mounts: {any: {source: mydata, target: /elsewhere}}} | mydata:/data | mydata:/elsewhere",
        "{mounts: {any: {source: other, target: /data}}} | mydata:/data | other:/data",
        "{ports: [{host: 8081, container: 80}]} | -p 8080:80 | -p 8081:80",
        "{ports: [{host: 80, container: 8080}]} | -p 8080:80 | -p 80:8080",
        "{ports: {empty: true}} | -p 8080:80\u0020 | ''",
        "{hostname: web} | --name box | --hostname web --name box",
        "{stdin: true} | --name box | -i --name box",
        "{command: {exactly: [sleep, '60']}} | sleep 600 | sleep 60",
        "{user: '1000'} | --name box | --user 1000 --name box",
        "{read_only: true} | --name box | --read-only --name box",
        "{cap_drop: [CHOWN]} | --name box | --cap-drop CHOWN --name box",
      })
  void what_is_right_stays(String expected, String wrong, String right) {
    String check = NAME + expected;
    String line = TYPED.replace(wrong.strip(), right.strip()).replaceAll(" +", " ");
    step.bench.has(made("box")).ran(TYPED, 0);

    List<String> there = step.moves(check);
    step.bench.lost("box").ran("docker rm -f box", 0);

    assertThat(words(there.getLast())).containsExactlyInAnyOrderElementsOf(words(line));
    assertThat(words(step.moves(check).getLast())).containsExactlyInAnyOrderElementsOf(words(line));
  }

  private static List<String> words(String line) {
    return List.of(line.split(" "));
  }

  @Test
  void who_is_told_to_open_a_shell_in_the_background_keeps_the_prompt() {
    step.bench.engine.withImage("debian:latest");
    step.bench
        .has(new SampleContainer("desk").image("debian").command("bash").exited(0))
        .ran("docker run -d --name desk debian", 0);

    assertThat(step.moves("container: desk\nexpect: {tty: true, stdin: true, program: bash}"))
        .containsExactly("docker rm -f desk", "docker run -d --name desk -t -i debian");
  }

  @Test
  void a_missing_command_is_added_to_what_was_typed() {
    String runs =
        "container: webapp\nexpect: {state: running, image: busybox, command: {exactly: [sleep, '600']}}";
    step.bench
        .has(
            new SampleContainer("webapp")
                .image("busybox")
                .command("sh")
                .network("app-net")
                .exited(0))
        .ran("docker run -d --name webapp --network app-net busybox", 0);
    step.moves(runs);
    step.bench.lost("webapp");

    assertThat(step.first(runs).remedy())
        .isEqualTo(
            "Now run it again: `docker run -d --name webapp --network app-net busybox sleep 600`");
  }

  @Test
  void what_was_never_seen_is_mended_as_far_as_the_step_speaks_of_it() {
    step.bench
        .ran("docker run --rm --name box -v mydata:/data -e TOWN=Oslo busybox true", 0)
        .happened("create", "box")
        .happened("destroy", "box");

    assertThat(step.moves(NAME + "{image: busybox, env: {TOWN: Bergen}, auto_remove: false}"))
        .containsExactly("docker run --name box -v mydata:/data -e TOWN=Bergen busybox true");
  }

  @Test
  void what_removed_itself_is_made_again_so_that_it_stays() {
    String echo =
        "container: {image: redis, newest: true}\nexpect: {command: [echo, hello], state: exited}";
    step.bench
        .ran("docker run --rm redis echo hello", 0)
        .happened("create", "wizardly_pascal")
        .happened("destroy", "wizardly_pascal");

    assertThat(step.moves(echo)).containsExactly("docker run redis echo hello");
  }

  @Test
  void what_must_be_there_is_not_run_again_with_what_has_removed_it() {
    step.bench
        .ran("docker run --rm --name box busybox true", 0)
        .happened("create", "box")
        .happened("destroy", "box");

    assertThat(step.moves(NAME + "{image: busybox, state: exited}"))
        .containsExactly("docker run --name box busybox true");
    assertThat(step.moves(NAME + "{image: busybox, auto_remove: true}"))
        .containsExactly("docker run --rm --name box busybox true");
  }

  @Test
  void the_line_that_made_it_is_mended_and_not_one_that_docker_refused() {
    step.bench
        .has(made("box"))
        .ran(TYPED, 0)
        .ran("docker run --name box --privileged busybox", 125);

    assertThat(step.moves(NAME + "{hostname: web}").getLast())
        .contains("-dt")
        .contains("sleep 600");
  }

  @Test
  void flags_behind_the_image_come_in_front_of_it() {
    step.bench
        .has(
            new SampleContainer("odd_name")
                .image("redis")
                .command("-d", "-e", "A=b", "--name=box")
                .exited(1))
        .ran("docker run redis -d -e A=b --name=box", 1);

    assertThat(step.moves(NAME + "{state: running, image: redis, program: redis-server}").getLast())
        .isEqualTo("docker run -d -e A=b --name=box redis");
  }

  @Test
  void a_name_that_was_forgotten_is_added() {
    step.bench.has(made("odd_name")).ran(TYPED.replace("--name box ", ""), 0);

    assertThat(step.moves(NAME + "{image: busybox, hostname: web}").getLast())
        .contains("-dt")
        .contains("--hostname web --name box busybox sleep 600");
  }
}
