package dev.ropewalk.check.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.Bench;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.Network;
import dev.ropewalk.engine.SampleContainer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Advice that can be followed to the letter, by what once led astray. */
final class RightAdviceTest {
  private static final String CREATED = "container: life\nexpect: {state: created, image: redis}";

  private final PlannedStep step = new PlannedStep();
  private final Bench bench = step.bench;

  @Test
  void what_was_set_up_with_a_fault_is_made_anew() {
    bench.had(
        new SampleContainer("web")
            .exited(127)
            .error("exec: \"ngnix\": executable file not found in $PATH"));

    assertThat(step.first("container: web\nexpect: {state: running, image: redis}").remedy())
        .startsWith("Remove it with `docker rm web`, mend the command");
  }

  @Test
  void nobody_is_sent_after_another_command_where_the_step_says_which_one_runs() {
    String command = "container: web\nexpect: {image: redis, command: [sh, /report.sh]}";
    String variable = "container: web\nexpect: {env: {REPORT_TO: anna}}";
    String log = "logs: web\nexpect: {contains: anna}";
    bench.had(new SampleContainer("web").command("sh", "/report.sh").exited(1));

    assertThat(step.first(command, variable, log).remedy())
        .contains("-e REPORT_TO=anna")
        .doesNotContain("another command");
    assertThat(step.first(log).remedy()).contains("another command");
  }

  @Test
  void what_is_to_be_created_alone_is_created() {
    bench.has(new SampleContainer("life")).ran("docker run -d --name life -e A=b redis", 0);

    assertThat(step.first(CREATED).says()).contains("should be created and not started");
    assertThat(step.moves(CREATED))
        .containsExactly("docker rm -f life", "docker create --name life -e A=b redis");

    bench.lost("life");
    assertThat(step.first(CREATED).remedy())
        .isEqualTo(
            "Now make it again by `docker create`: `docker create --name life -e A=b redis`");
  }

  @Test
  void what_was_run_and_has_ended_is_not_told_to_stay_in_the_background() {
    bench.has(new SampleContainer("life").exited(0).attached());

    assertThat(step.first(CREATED).says())
        .isEqualTo("`life` was started and has ended, but it should be created and not started.");
    assertThat(step.moves(CREATED))
        .containsExactly("docker rm -f life", "docker create --name life redis redis-server");
  }

  @Test
  void an_image_that_is_not_known_is_not_taken_from_the_line_that_was_wrong() {
    String check = "container: box\nexpect: {image: {matches: '@sha256:'}, state: exited}";
    bench.has(new SampleContainer("box").exited(0)).ran("docker run --name box redis", 0);

    assertThat(step.moves(check)).containsExactly("docker rm -f box");

    bench.lost("box").ran("docker rm -f box", 0);
    assertThat(step.moves(check)).isEmpty();
  }

  @Test
  void an_image_of_several_names_goes_by_its_names() {
    bench.engine.withImage("a/news:1", "b/news:2");
    String id = bench.engine.image("a/news:1").orElseThrow().id();
    bench.happenedToImage("tag", "a/news:1");

    assertThat(step.moves("image: \"%s\"\nexpect: absent".formatted(id)))
        .containsExactly("docker rmi a/news:1 b/news:2");
  }

  @Test
  void what_was_only_created_is_started_attached() {
    bench
        .has(new SampleContainer("first").state(ContainerState.CREATED))
        .ran("docker create --name first redis", 0);

    assertThat(step.moves("container: first\nexpect: {mode: attached, image: redis}"))
        .containsExactly("docker start -a first");
    assertThat(step.moves("container: first\nexpect: {mode: detached, image: redis}"))
        .containsExactly("docker start first");
  }

  @Test
  void what_must_run_is_not_waited_for() {
    bench.happenedBefore("create", "box").happened("destroy", "box");

    assertThat(step.moves("container: box\nexpect: {state: running, image: redis}"))
        .containsExactly("docker run -d --name box redis");
    assertThat(step.moves("container: box\nexpect: {state: running, mode: attached, image: redis}"))
        .containsExactly("docker run --name box redis");
  }

  @Test
  void a_line_that_has_shown_that_it_cannot_pass_is_not_told_again() {
    String shows = "logs: peek\nexpect: {contains: '#!/bin/sh'}";
    String is = "container: peek\nexpect: {image: redis, state: exited}";
    bench.has(new SampleContainer("peek").exited(0)).ran("docker run --name peek redis", 0);

    assertThat(step.moves(is, shows)).containsExactly("docker rm -f peek");
    bench.lost("peek").ran("docker rm -f peek", 0);

    assertThat(step.moves(is, shows)).isEmpty();
    assertThat(step.first(is, shows).remedy()).contains("another command after the image");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[CHOWN]", "[chown]", "[CAP_CHOWN]", "{contains: cap_chown}"})
  void a_capability_is_the_same_in_each_spelling(String spelled) {
    bench.has(new SampleContainer("box")).ran("docker run -d --name box --cap-drop chown redis", 0);

    assertThat(
            step.moves("container: box\nexpect: {hostname: web, cap_add: %s}".formatted(spelled))
                .getLast())
        .contains("--cap-drop chown")
        .contains("--cap-add");
  }

  @Test
  void what_may_be_left_out_is_left_out() {
    String check = "container: box\nexpect: {user: {one_of: ['', root, '0']}, hostname: web}";
    bench.has(new SampleContainer("box")).ran("docker run -d --name box redis", 0);

    assertThat(step.first(check).remedy()).doesNotContain("--user").doesNotContain("VALUE");
    assertThat(step.moves(check).getLast())
        .isEqualTo("docker run -d --name box --hostname web redis");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{hostname: {one_of: [web, www]}}",
        "{memory: {at_least: 64m}}",
        "{pids_limit: {at_least: 20}}",
        "{restart_policy: {one_of: [always, unless-stopped]}}",
        "{user: {one_of: [nobody, '65534']}}",
      })
  void one_value_that_fits_stands_in_the_line(String expected) {
    bench.has(new SampleContainer("box")).ran("docker run -d --name box redis", 0);

    Diagnosis why = step.first("container: box\nexpect: " + expected);

    assertThat(Diagnosis.hasBlank(why.remedy())).as(why.remedy()).isFalse();
    assertThat(why.moves()).isNotEmpty();
  }

  @Test
  void who_shares_no_network_is_joined_to_the_one_that_there_is() {
    bench
        .has(new Network("app-net", "app-net", "bridge", false, List.of(), List.of(), Map.of()))
        .has(new SampleContainer("webapp"))
        .has(new SampleContainer("database").on("app-net"))
        .engine
        .nothingReaches("webapp");

    assertThat(step.moves("reach: {from: webapp, to: database, port: 6379, name: true}"))
        .containsExactly("docker network connect app-net webapp");
  }

  @Test
  void from_no_network_at_all_nothing_is_joined() {
    bench
        .has(new Network("app-net", "app-net", "bridge", false, List.of(), List.of(), Map.of()))
        .has(new SampleContainer("webapp").on("none"))
        .has(new SampleContainer("database").on("app-net"))
        .engine
        .nothingReaches("webapp");

    assertThat(step.moves("reach: {from: webapp, to: database, port: 6379, name: true}"))
        .containsExactly(
            "docker network disconnect none webapp", "docker network connect app-net webapp");
  }

  @Test
  void a_right_line_is_no_wrong_try_at_another_one() {
    String names = "typed: {docker: ps, flags: {all: true}}";
    String images = "typed: {docker: images}";

    bench.ran("docker ps", 0);
    Diagnosis before = step.first(names, images);
    bench.ran("docker images", 0);

    assertThat(step.first(names, images)).isEqualTo(before);
    bench.ran("docker volume ls", 0);
    assertThat(before.says()).contains("without `-a`");
  }

  @Test
  void a_line_that_is_right_for_one_check_is_still_a_try_at_another_of_the_same_command() {
    String listed = "typed: {docker: images}";
    String kept =
        """
        any:
          - {typed: {docker: images, args: {any: [redis]}}}
          - {typed: {docker: images, flags: {filter: {contains: redis}}}}
        """;

    bench.ran("docker images", 0);

    assertThat(step.first(listed, kept).says()).contains("`redis`");
    assertThat(step.first(listed, kept).says() + step.first(listed, kept).remedy())
        .doesNotContain("have not run");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pull", "push", "tag", "untag", "delete", "connect", "mount"})
  void what_happens_to_an_image_or_a_network_is_no_name_for_a_container(String action) {
    bench.has(new SampleContainer("first"));

    assertThat(step.moves("events: {happened: {action: %s, name: redis}}".formatted(action)))
        .noneMatch(line -> line.contains("first"));
    assertThat(
            step.first("events: {happened: {action: %s, name: redis}}".formatted(action)).remedy())
        .doesNotContain("first");
  }

  @Test
  void what_was_killed_is_started_and_stopped_and_gets_no_other_program() {
    bench
        .had(new SampleContainer("life").exited(137))
        .happenedBefore("start", "life")
        .happened("kill", "life")
        .happened("die", "life");

    assertThat(
            step.moves(
                "container: life\nexpect: {state: exited, exit_code: 0}\never: [kill, die]",
                "logs: life\nexpect: {contains: SIGTERM}"))
        .containsExactly("docker start life", "docker stop life");
  }

  @Test
  void what_is_known_to_be_wrong_is_mended_before_another_command_is_thought_of() {
    bench.has(PlannedStep.box().exited(3));

    assertThat(
            step.first(
                    "container: box\nexpect: {state: running, mode: detached, image: redis, env: {GUEST: Grace}}",
                    "logs: box\nexpect: {contains: Grace}")
                .remedy())
        .contains("GUEST=Grace")
        .doesNotContain("another command");
  }

  @Test
  void no_limit_is_no_flag() {
    bench.ran("docker run --rm --name box redis", 0).has(PlannedStep.box()).lost("box");

    assertThat(
            step.moves("container: box\nexpect: {state: exited, image: redis, memory: 0, cpus: 0}"))
        .noneMatch(line -> line.contains("--memory") || line.contains("--cpus"));
  }
}
