package dev.ropewalk.check.why;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.Bench;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.engine.Network;
import dev.ropewalk.engine.SampleContainer;
import dev.ropewalk.engine.SampleExchange;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of lines that were typed as texts show them, and not as docker reads them. */
final class TypingSlipsTest {
  private final Bench bench = new Bench();

  private String told(String line) {
    bench.engine.withImage("redis:latest");
    Verdict verdict = bench.ran(line, 125).judge("container: box\nexpect: {state: running}");
    Diagnosis why = ((Verdict.Failed) verdict).why();
    return why.says() + " " + why.remedy();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "docker logs <container>|`<container>`",
        "docker run –d --name box redis|`-d`",
        "docker run -d —name box redis|`--name`",
        "docker run -d –it redis|`-it`",
        "docker run -d --name “box” redis|curly quote",
        "docker run -d -name box redis|`--name`",
        "docker run -nme box redis|`docker run` has no flag `-nme`. Did you mean `--name`",
        "docker stop SHORT_ID|`SHORT_ID` stands",
        "docker run -d -p 12345/6379 redis|`-p 12345:6379`",
        "docker run -d -p 12345: 6379 redis|`-p 12345:6379`",
        "docker run -d -p 8080 :80 redis|`-p 8080:80`",
        "docker run -d -p 127.0.01:12345:6379 redis|`-p 127.0.0.1:12345:6379`",
        "docker run -d -p localhost:12345:6379 redis|`-p 127.0.0.1:12345:6379`",
        "docker run -d -p 12345:127.0.0.1:6379 redis|`-p 127.0.0.1:12345:6379`",
        "docker run -d -p 12345:6379:127.0.0.1 redis|`-p 127.0.0.1:12345:6379`",
        "docker run -D --name box redis|`-d`",
        "docker fetch redis|`docker pull`",
        "docker download redis|`docker pull`",
        "docker delete box|`docker rm`",
        "docker ports box|`docker port`",
        "docker run it --name box redis|`-it`",
        "docker run name box redis|`--name`",
        "docker pull Redis|small ones: `redis`",
        "docker run -d --name box Docker.io/Redis:7-Alpine|no capital letters",
      })
  void what_was_typed_is_told_for_what_it_is(String line, String word) {
    assertThat(told(line)).contains(word);
  }

  @ParameterizedTest
  @CsvSource({"connect", "disconnect"})
  void the_network_stands_before_the_container(String verb) {
    bench
        .has(new SampleContainer("app"))
        .has(new Network("n1", "backroom", "bridge", false, List.of(), List.of(), Map.of()));

    assertThat(told("docker network %s app backroom".formatted(verb)))
        .contains("`docker network %s backroom app`".formatted(verb));
    assertThat(told("docker network %s backroom bax".formatted(verb)))
        .doesNotContain("takes the network first");
  }

  @Test
  void a_tag_may_have_capital_letters() {
    assertThat(told("docker run --name box redis:RC")).doesNotContain("capital");
  }

  @Test
  void a_right_line_that_failed_for_another_reason_is_no_slip() {
    assertThat(told("docker run -d -p 127.0.0.1:12345:6379 --name box redis"))
        .contains("exit code 125");
  }

  @Test
  void a_line_that_was_ended_with_the_keyboard_has_not_failed() {
    Verdict verdict =
        bench.ran("docker logs -f bax", 130).judge("container: box\nexpect: {state: running}");

    assertThat(((Verdict.Failed) verdict).why().says()).doesNotContain("exit code");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "docker run –d --name box redis|125|`-d`",
        "docker run -d -name box redis|125|`--name`",
        "docker run -d --name <name> redis|1|`<name>`",
        "docker run -d --bogus redis|125|no flag `--bogus`",
        "docker run -d --name box|1|no image",
        "docker rm <name>|2|`<name>`",
        "docker rm|1|`docker rm CONTAINER [CONTAINER...]`",
        "docker start -ai|1|`docker start CONTAINER",
        "docker rename old|1|`docker rename CONTAINER NEW_NAME`",
        "docker rm eager_curie|1|docker does not remove a running container",
        "docker stop SHORT_ID|1|`SHORT_ID` stands",
        "docker exec -it bix sh|1|There is no container `bix`",
      })
  void what_docker_refused_is_newer_than_the_container_that_is_wrong(
      String line, int exitCode, String word) {
    bench.engine.withImage("redis:latest");
    bench.has(new SampleContainer("eager_curie"));
    assertThat(refusal()).contains("`eager_curie`");

    bench.ran(line, exitCode);

    assertThat(refusal()).contains(word);
  }

  @Test
  void a_name_that_was_taken_and_is_free_now_is_told_so() {
    bench.asked(
        "docker run --name box redis",
        125,
        SampleExchange.post("/containers/create")
            .with("name", "box")
            .refused(409, "Conflict. The container name \"/box\" is already in use by \"6f78\"."));

    assertThat(refusal())
        .contains("was taken when your line ran; now it is free")
        .doesNotContain("there is a container with it");
  }

  @Test
  void a_command_that_needs_a_running_container_is_told_so() {
    bench.had(new SampleContainer("box").exited(0)).ran("docker attach box", 1);

    assertThat(refusal()).contains("`box` does not run");
  }

  @Test
  void a_terminal_that_was_fitted_too_late_is_no_refusal() {
    bench
        .has(new SampleContainer("eager_curie").exited(0))
        .asked(
            "docker run -it redis bash",
            0,
            SampleExchange.post("/containers/eager_curie/resize")
                .refused(409, "Container eager_curie is not running"));

    assertThat(refusal()).contains("--name box");
  }

  private String refusal() {
    Diagnosis why =
        ((Verdict.Failed) bench.judge("container: box\nexpect: {state: running}")).why();
    return why.says() + " " + why.remedy();
  }

  @Test
  void a_slip_is_told_before_what_the_line_removed_first() {
    bench.happened("create", "box").happened("destroy", "box");

    assertThat(told("docker rm -f box; docker run -d --name box -p 127.0.01:12345:6379 redis"))
        .contains("`-p 127.0.0.1:12345:6379`");
  }

  @Test
  void a_long_list_of_images_is_not_poured_out() {
    for (int i = 0; i < 20; i++) {
      bench.engine.withImage("image" + i + ":latest");
    }

    assertThat(told("docker run nothing-like-it"))
        .contains("docker images")
        .doesNotContain("image7");
  }
}
