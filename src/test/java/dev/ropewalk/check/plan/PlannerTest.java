package dev.ropewalk.check.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.Bench;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.SampleContainer;
import dev.ropewalk.engine.SampleExchange;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a learner is told to do, where several checks of a step speak of the same container. */
final class PlannerTest {
  private static final String RUNS =
      "container: box\nexpect: {state: running, mode: detached, image: redis, program: redis-server}";
  private static final String HERE_ONLY =
      "port: 12345\nexpect: {answers: redis, bound_to: loopback, container: box}";
  private static final String STOPPED =
      "container: box\nexpect: {state: exited, id: \"${first}\"}\never: [stop]";
  private static final String BY_SHORT_ID =
      "typed: {docker: stop, args: {any: [box]}, by: short_id}";
  private static final String KILLED =
      "container: box\nexpect: {state: exited, exit_code: 137}\never: [kill, die]";
  private static final String SHORT_ID = SampleContainer.id("box").substring(0, 12);

  private final Bench bench = new Bench();

  @BeforeEach
  void image() {
    bench.engine.withImage("redis:latest");
  }

  private static SampleContainer box() {
    return new SampleContainer("box");
  }

  @Test
  void what_was_removed_is_run_again_with_all_that_the_step_asks() {
    bench.happenedBefore("create", "box").happened("destroy", "box");

    assertThat(moves(RUNS, HERE_ONLY))
        .containsExactly("docker run -d -p 127.0.0.1:12345:6379 --name box redis");
  }

  @Test
  void a_wrong_image_and_a_wrong_port_are_told_together() {
    bench.has(box().image("nginx").port("0.0.0.0", 12345, 6379));

    assertThat(first(RUNS, HERE_ONLY).remedy())
        .isEqualTo(
            "Remove it (`docker rm -f box`) and run it again from the image `redis` with `-p 127.0.0.1:12345:6379`.");
    assertThat(moves(RUNS, HERE_ONLY))
        .containsExactly(
            "docker rm -f box", "docker run -d -p 127.0.0.1:12345:6379 --name box redis");
  }

  @Test
  void what_was_stopped_in_another_way_is_started_first() {
    bench
        .variable("first", SampleContainer.id("box"))
        .had(box().exited(0))
        .happened("kill", "box")
        .happened("die", "box")
        .happened("stop", "box")
        .ran("docker stop box", 0);

    assertThat(first(STOPPED, BY_SHORT_ID).moves())
        .containsExactly("docker start box", "docker stop " + SHORT_ID);
  }

  @Test
  void what_runs_is_stopped_in_the_way_that_another_check_asks_for() {
    bench.variable("first", SampleContainer.id("box")).had(box());

    assertThat(first(STOPPED, BY_SHORT_ID).moves()).containsExactly("docker stop " + SHORT_ID);
    assertThat(first(STOPPED, BY_SHORT_ID).remedy())
        .contains("short id")
        .doesNotContain("`docker stop box`");
  }

  @Test
  void the_one_from_before_does_not_come_back_by_a_command() {
    bench
        .variable("first", SampleContainer.id("box"))
        .happenedBefore("create", "box")
        .happened("destroy", "box");

    assertThat(moves(STOPPED)).containsExactly(":retry");
  }

  @Test
  void what_was_stopped_where_it_was_to_be_killed_is_started_and_killed() {
    bench.had(box().exited(0)).happened("die", "box").happened("stop", "box");

    assertThat(moves(KILLED)).containsExactly("docker start box", "docker kill box");
  }

  @Test
  void what_another_check_forbids_is_not_told() {
    String alive = "none: [{typed: {docker: stop, args: {any: [box]}}}]";
    bench.had(box());

    assertThat(first("container: box\nexpect: {state: exited}", alive).moves())
        .containsExactly("docker kill box");
    assertThat(
            bench
                .ran("docker stop box", 0)
                .judgeAll("container: box\nexpect: {state: running}", alive)
                .getLast())
        .isInstanceOfSatisfying(
            Verdict.Failed.class, it -> assertThat(it.why().moves()).containsExactly(":retry"));
  }

  @Test
  void a_container_that_another_check_wants_is_not_taken_for_a_misnamed_one() {
    bench.has(new SampleContainer("g2"));

    assertThat(
            first("container: g1\nexpect: {image: redis}", "container: g2\nexpect: {image: redis}")
                .moves())
        .isEmpty();
  }

  @Test
  void a_misnamed_one_that_is_right_otherwise_is_renamed() {
    bench.has(new SampleContainer("bax"));

    assertThat(moves(RUNS)).containsExactly("docker rename bax box");
  }

  @Test
  void a_misnamed_one_that_is_wrong_otherwise_is_made_anew() {
    bench.has(new SampleContainer("bax").image("nginx"));

    assertThat(moves(RUNS)).containsExactly("docker rm -f bax", "docker run -d --name box redis");
  }

  @Test
  void who_has_the_port_goes_first() {
    bench.has(box()).had(new SampleContainer("old").port("0.0.0.0", 12345, 6379));

    assertThat(first(HERE_ONLY).moves()).first().isEqualTo("docker rm -f old");
  }

  @Test
  void a_new_one_does_not_pass_for_the_one_from_before() {
    bench
        .variable("first", SampleContainer.id("another"))
        .had(box().exited(0))
        .happened("stop", "box");

    assertThat(moves(STOPPED, BY_SHORT_ID)).containsExactly(":retry");
  }

  @Test
  void one_that_ended_by_itself_is_run_without_what_made_it_end() {
    bench
        .has(box().exited(1).command("redis-server", "--prot", "1"))
        .happened("die", "box", "exitCode", "1");

    assertThat(moves(RUNS)).containsExactly("docker rm -f box", "docker run -d --name box redis");
  }

  @Test
  void an_exit_code_that_only_another_command_gives_is_not_sought_by_stopping() {
    bench.has(box().exited(0));

    assertThat(first("container: box\nexpect: {state: exited, exit_code: 7}").remedy())
        .isEqualTo(
            "Remove it (`docker rm -f box`) and run it again with another command after the image.");
  }

  @Test
  void a_limit_of_memory_is_changed_together_with_that_of_swap() {
    bench.has(box());

    assertThat(moves("container: box\nexpect: {memory: 64m}"))
        .containsExactly("docker update --memory 64m --memory-swap -1 box");
    assertThat(moves("container: box\nexpect: {memory_swap: 64m}"))
        .containsExactly("docker update --memory 64m --memory-swap 64m box");
  }

  @Test
  void words_that_shut_the_port_are_left_out() {
    bench.has(box().command("redis-server", "--bind", "127.0.0.1").port("127.0.0.1", 12345, 6379));

    assertThat(moves(RUNS, HERE_ONLY))
        .containsExactly(
            "docker rm -f box", "docker run -d -p 127.0.0.1:12345:6379 --name box redis");
  }

  @Test
  void a_container_of_an_earlier_step_that_was_removed_needs_the_step_anew() {
    bench.happenedBefore("create", "box").happened("destroy", "box");

    assertThat(moves(KILLED)).containsExactly(":retry");
  }

  @Test
  void one_that_was_only_created_is_started() {
    bench.has(box().state(ContainerState.CREATED).port("127.0.0.1", 12345, 6379));

    assertThat(moves(RUNS, HERE_ONLY)).containsExactly("docker start box");
  }

  @Test
  void one_that_was_attached_and_has_ended_needs_only_a_start() {
    bench.has(box().exited(0).attached());

    assertThat(moves(RUNS)).containsExactly("docker start box");
  }

  @Test
  void what_a_program_is_to_print_and_end_with_is_not_sought_by_stopping() {
    String ends =
        "container: box\nexpect: {image: redis, state: exited, exit_code: 0, program: redis-server}";
    String prints = "logs: box\nexpect: {matches: Redis server v=}";
    bench.had(box());

    assertThat(first(ends, prints).remedy()).contains("with another command after the image");
    assertThat(moves(ends, prints)).containsExactly("docker rm -f box");
  }

  @Test
  void what_never_ran_is_run_as_it_is() {
    bench.has(box().state(ContainerState.CREATED).command("redis-server"));

    assertThat(
            first(
                    "container: box\nexpect: {image: redis, state: exited, program: redis-server}",
                    "logs: box\nexpect: {matches: Ready}")
                .remedy())
        .doesNotContain("another command");
  }

  @Test
  void a_namespace_that_is_shared_is_part_of_the_line() {
    bench.happenedBefore("create", "box").happened("destroy", "box");

    assertThat(moves(RUNS, "namespace: box\nexpect: {uts: same_as_host, pid: differs_from_host}"))
        .containsExactly("docker run -d --uts host --name box redis");
  }

  @Test
  void a_restart_does_not_take_the_place_of_a_start_that_is_to_name_it_otherwise() {
    bench
        .variable("first", SampleContainer.id("box"))
        .had(box())
        .ran("docker start box", 0)
        .happened("start", "box");

    assertThat(
            moves(
                "container: box\nexpect: {state: running, id: \"${first}\"}\never: [start]",
                "typed: {docker: start, args: {any: [box]}, by: full_id}"))
        .containsExactly("docker stop box", "docker start " + SampleContainer.id("box"));
  }

  @Test
  void a_start_has_the_flags_that_another_check_asks_for() {
    String typed =
        "typed: {docker: start, flags: {interactive: true}, args: {any: [box]}, exit_code: {at_least: 0}}";
    bench.had(box().exited(0)).ran("docker start -a box", 0);

    assertThat(moves(typed)).containsExactly("docker start --interactive box");
    assertThat(moves("container: box\nexpect: {state: exited}\never: [attach]", typed))
        .containsExactly("docker start -a --interactive box");
  }

  @Test
  void all_that_must_go_goes_in_one_command() {
    bench.had(box().exited(0)).had(new SampleContainer("other")).had(new SampleContainer("kept"));

    assertThat(moves("container: box\nexpect: absent", "container: other\nexpect: absent"))
        .containsExactly("docker rm -f box other");
  }

  @Test
  void the_learners_own_command_is_kept_where_no_check_speaks_of_it() {
    bench.engine.withImage("busybox:latest");
    bench.had(box().image("busybox").command("sh", "-c", "echo hello").exited(0));

    assertThat(moves("container: box\nexpect: {image: busybox, hostname: web}"))
        .containsExactly(
            "docker rm -f box", "docker run --hostname web --name box busybox sh -c 'echo hello'");
  }

  @Test
  void a_command_that_could_not_be_run_is_not_kept() {
    bench.engine.withImage("busybox:latest");
    bench.had(box().image("busybox").command("ehco", "hello").exited(127));

    assertThat(moves("container: box\nexpect: {image: busybox, hostname: web}"))
        .containsExactly("docker rm -f box", "docker run --hostname web --name box busybox");
  }

  @Test
  void a_name_that_the_wrong_container_has_is_freed() {
    bench
        .had(box().image("nginx"))
        .asked(
            "docker run -d --name box redis",
            125,
            SampleExchange.post("/containers/create")
                .with("name", "box")
                .refused(
                    409,
                    "Conflict. The container name \"/box\" is already in use by container \""
                        + SampleContainer.id("box")
                        + "\". You have to remove (or rename) that container to be able to reuse that name."));

    assertThat(first(RUNS).says()).contains("taken");
    assertThat(moves(RUNS)).containsExactly("docker rm -f box", "docker run -d --name box redis");
  }

  private List<String> moves(String... checks) {
    return first(checks).moves();
  }

  /** Of the first check that fails. */
  private Diagnosis first(String... checks) {
    return bench.judgeAll(checks).stream()
        .filter(Verdict.Failed.class::isInstance)
        .map(verdict -> ((Verdict.Failed) verdict).why())
        .findFirst()
        .orElseThrow();
  }
}
