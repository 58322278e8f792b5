package dev.ropewalk.check.plan;

import static dev.ropewalk.check.plan.PlannedStep.box;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.Bench;
import org.junit.jupiter.api.Test;

/** What was typed stays in an advised line, but for flags that no other word makes right. */
final class FlagsLeftOutTest {
  private final PlannedStep step = new PlannedStep();
  private final Bench bench = step.bench;

  @Test
  void an_entrypoint_of_ones_own_goes_where_it_runs_another_program() {
    String runs =
        "container: box\nexpect: {image: redis, state: running, program: redis-server, mode: detached}";
    bench.had(box().command("100")).ran("docker run -d --name box --entrypoint sleep redis 100", 0);

    assertThat(step.moves(runs))
        .containsExactly("docker rm -f box", "docker run -d --name box redis");
    assertThat(step.first(runs).remedy()).contains("without `--entrypoint`");
  }

  @Test
  void a_user_that_may_be_nobodys_choice_is_left_out() {
    bench.had(box().user("1000")).ran("docker run -d --name box -u 1000 redis", 0);

    assertThat(
            step.moves(
                "container: box\nexpect: {image: redis, state: running, user: {one_of: ['', root, '0']}}"))
        .containsExactly("docker rm -f box", "docker run -d --name box redis");
  }

  @Test
  void all_ports_are_not_published_either() {
    bench.had(box().port("0.0.0.0", 32772, 6379)).ran("docker run -d -P --name box redis", 0);

    assertThat(step.moves("container: box\nexpect: {image: redis, ports: {empty: true}}"))
        .containsExactly("docker rm -f box", "docker run -d --name box redis");
  }

  @Test
  void root_is_left_out_where_no_process_may_be_roots() {
    bench.had(box().user("root")).ran("docker run -d --name box -u root redis", 0);
    bench.probes.process(1001, 1, "root", "redis-server");

    assertThat(
            step.moves(
                "container: box\nexpect: {image: redis, state: running}",
                "processes: box\nexpect: {none: {user: root}}"))
        .containsExactly("docker rm -f box", "docker run -d --name box redis");
  }

  @Test
  void a_line_that_is_known_in_part_has_no_rm_and_no_source_twice() {
    String mine =
        "container: box\nexpect: {image: redis, state: exited, user: {matches: '^[0-9]+:[0-9]+$'}}";
    bench
        .had(box().user("0:0").exited(0))
        .lost("box")
        .ran("docker run --rm --name box --user 0 redis true", 0);

    assertThat(step.first(mine).remedy()).contains("--user", "without `--rm`");
  }

  @Test
  void what_is_known_by_one_check_is_not_asked_for_with_a_blank_by_another() {
    bench.had(box()).ran("docker run -d --name box redis", 0);
    String bind = "container: box\nexpect: {mounts: {any: {type: bind, target: /data}}}";
    String own = "container: box\nexpect: {mounts: {any: {source: /srv, target: /data}}}";

    assertThat(step.first(bind, own).remedy()).contains("-v /srv:/data").doesNotContain("SOURCE");
  }
}
