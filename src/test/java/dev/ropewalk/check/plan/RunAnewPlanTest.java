package dev.ropewalk.check.plan;

import static dev.ropewalk.check.plan.PlannedStep.HERE_ONLY;
import static dev.ropewalk.check.plan.PlannedStep.RUNS;
import static dev.ropewalk.check.plan.PlannedStep.box;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.Bench;
import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.SampleContainer;
import dev.ropewalk.engine.SampleExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a learner is told to do, where checks of a step want a container that is made otherwise. */
final class RunAnewPlanTest {
  private final PlannedStep step = new PlannedStep();
  private final Bench bench = step.bench;

  @Test
  void what_was_removed_is_run_again_with_all_that_the_step_asks() {
    bench.happenedBefore("create", "box").happened("destroy", "box");

    assertThat(step.moves(RUNS, HERE_ONLY))
        .containsExactly("docker run -d -p 127.0.0.1:12345:6379 --name box redis");
  }

  @Test
  void a_wrong_image_and_a_wrong_port_are_told_together() {
    bench.has(box().image("nginx").port("0.0.0.0", 12345, 6379));

    assertThat(step.first(RUNS, HERE_ONLY).remedy())
        .isEqualTo(
            "Remove it (`docker rm -f box`) and run it again from the image `redis` with `-p 127.0.0.1:12345:6379`.");
    assertThat(step.moves(RUNS, HERE_ONLY))
        .containsExactly(
            "docker rm -f box", "docker run -d -p 127.0.0.1:12345:6379 --name box redis");
  }

  @Test
  void a_container_that_another_check_wants_is_not_taken_for_a_misnamed_one() {
    bench.has(new SampleContainer("g2"));

    assertThat(
            step.first(
                    "container: g1\nexpect: {image: redis}",
                    "container: g2\nexpect: {image: redis}")
                .moves())
        .isEmpty();
  }

  @Test
  void a_misnamed_one_that_is_right_otherwise_is_renamed() {
    bench.has(new SampleContainer("bax"));

    assertThat(step.moves(RUNS)).containsExactly("docker rename bax box");
  }

  @Test
  void a_misnamed_one_that_is_wrong_otherwise_is_made_anew() {
    bench.has(new SampleContainer("bax").image("nginx"));

    assertThat(step.moves(RUNS))
        .containsExactly("docker rm -f bax", "docker run -d --name box redis");
  }

  @Test
  void who_has_the_port_goes_first() {
    bench.has(box()).had(new SampleContainer("old").port("0.0.0.0", 12345, 6379));

    assertThat(step.first(HERE_ONLY).moves()).first().isEqualTo("docker rm -f old");
  }

  @Test
  void one_that_ended_by_itself_is_run_without_what_made_it_end() {
    bench
        .has(box().exited(1).command("redis-server", "--prot", "1"))
        .happened("die", "box", "exitCode", "1");

    assertThat(step.moves(RUNS))
        .containsExactly("docker rm -f box", "docker run -d --name box redis");
  }

  @Test
  void what_an_earlier_step_or_the_lesson_has_made_is_not_run_without_its_command() {
    bench
        .had(box().exited(1).command("redis-server", "/etc/redis.conf"))
        .happened("start", "box")
        .happened("die", "box", "exitCode", "1");

    assertThat(step.moves(RUNS)).isEmpty();
  }

  @Test
  void an_exit_code_that_only_another_command_gives_is_not_sought_by_stopping() {
    bench.has(box().exited(0));

    assertThat(step.first("container: box\nexpect: {state: exited, exit_code: 7}").remedy())
        .isEqualTo(
            "Remove it (`docker rm -f box`) and run it again with another command after the image.");
  }

  @Test
  void what_ends_well_by_itself_is_run_again_as_it_was() {
    String ends =
        "container: box\nexpect: {image: redis, state: exited, exit_code: 0, program: redis-server}";
    String ready = "logs: box\nexpect: {contains: Ready}";
    bench.had(box().exited(1).command("redis-server"));
    bench.engine.log("box", "Ready to accept connections");

    assertThat(step.moves(ends, ready))
        .containsExactly("docker rm -f box", "docker run --name box redis");
  }

  @Test
  void words_that_were_typed_as_one_are_told_as_they_were_meant() {
    bench.has(box().exited(127).command("uname -r"));

    assertThat(step.first("container: box\nexpect: {state: exited, exit_code: 7}").remedy())
        .isEqualTo(
            "Remove it (`docker rm -f box`) and run it again with `uname -r` after the image, without quotes.");
  }

  @Test
  void a_limit_of_memory_is_changed_together_with_that_of_swap() {
    bench.has(box());

    assertThat(step.moves("container: box\nexpect: {memory: 64m}"))
        .containsExactly("docker update --memory 64m --memory-swap -1 box");
    assertThat(step.moves("container: box\nexpect: {memory_swap: 64m}"))
        .containsExactly("docker update --memory 64m --memory-swap 64m box");
  }

  @Test
  void a_source_that_only_the_lessons_folder_can_be_is_told(@TempDir Path folder)
      throws IOException {
    Path settings = Files.writeString(folder.resolve("redis.conf"), "");
    String all =
        "container: box\nexpect: {image: redis, mounts: {any: {target: /x, source: {matches: '%s$'}}}}";
    bench.inLessons(folder).has(box());

    assertThat(step.moves(all.formatted("/redis.conf")))
        .contains("docker run -v %s:/x --name box redis redis-server".formatted(settings));
    assertThat(step.moves(all.formatted(folder)))
        .contains("docker run -v %s:/x --name box redis redis-server".formatted(folder));
    assertThat(step.first(all.formatted("/elsewhere")).remedy()).contains("`-v SOURCE:/x`");
  }

  @Test
  void words_that_shut_the_port_are_left_out() {
    bench.has(box().command("redis-server", "--bind", "127.0.0.1").port("127.0.0.1", 12345, 6379));

    assertThat(step.moves(RUNS, HERE_ONLY))
        .containsExactly(
            "docker rm -f box", "docker run -d -p 127.0.0.1:12345:6379 --name box redis");
  }

  @Test
  void what_a_program_is_to_print_and_end_with_is_not_sought_by_stopping() {
    String ends =
        "container: box\nexpect: {image: redis, state: exited, exit_code: 0, program: redis-server}";
    String prints = "logs: box\nexpect: {matches: Redis server v=}";
    bench.had(box());

    assertThat(step.first(ends, prints).remedy()).contains("with another command after the image");
    assertThat(step.moves(ends, prints)).containsExactly("docker rm -f box");
  }

  @Test
  void a_program_that_said_too_little_for_the_words_behind_it_is_run_without_them() {
    String ends = "container: box\nexpect: {image: redis, state: exited, program: redis-server}";
    bench.has(box().imageId("redis").command("redis-server", "--version").exited(0));

    assertThat(step.moves(ends, "logs: box\nexpect: {contains: Ready}"))
        .containsExactly("docker rm -f box", "docker run --name box redis");
  }

  @Test
  void what_never_ran_is_run_as_it_is() {
    bench.has(box().state(ContainerState.CREATED).command("redis-server"));

    assertThat(
            step.first(
                    "container: box\nexpect: {image: redis, state: exited, program: redis-server}",
                    "logs: box\nexpect: {matches: Ready}")
                .remedy())
        .doesNotContain("another command");
  }

  @Test
  void a_namespace_that_is_shared_is_part_of_the_line() {
    bench.happenedBefore("create", "box").happened("destroy", "box");

    assertThat(
            step.moves(RUNS, "namespace: box\nexpect: {uts: same_as_host, pid: differs_from_host}"))
        .containsExactly("docker run -d --uts host --name box redis");
  }

  @Test
  void a_namespace_that_is_shared_is_part_of_the_line_of_one_that_has_ended_too() {
    bench.has(box().command("sleep", "--pid", "host").exited(1));

    assertThat(step.moves(RUNS, "namespace: box\nexpect: {pid: same_as_host}"))
        .containsExactly("docker rm -f box", "docker run -d --pid host --name box redis");
  }

  @Test
  void rights_are_taken_by_flags() {
    bench
        .has(box())
        .probes
        .kernel(
            "/proc/1/status",
            "CapEff:\t00000000a80425fb\nNoNewPrivs:\t0\nSeccomp:\t2\nUid:\t0\t0\t0\t0\n");

    assertThat(step.moves(RUNS, "security: box\nexpect: {capabilities: {all: {not: NET_RAW}}}"))
        .containsExactly("docker rm -f box", "docker run -d --cap-drop NET_RAW --name box redis");
    assertThat(
            step.moves(
                RUNS,
                "security: box\nexpect: {capabilities: {empty: true}, no_new_privileges: true}"))
        .containsExactly(
            "docker rm -f box",
            "docker run -d --cap-drop ALL --security-opt no-new-privileges --name box redis");
  }

  @Test
  void all_that_must_go_goes_in_one_command() {
    bench.had(box().exited(0)).had(new SampleContainer("other")).had(new SampleContainer("kept"));

    assertThat(step.moves("container: box\nexpect: absent", "container: other\nexpect: absent"))
        .containsExactly("docker rm -f box other");
  }

  @Test
  void the_learners_own_command_is_kept_where_no_check_speaks_of_it() {
    bench.engine.withImage("busybox:latest");
    bench.had(box().image("busybox").command("sh", "-c", "echo hello").exited(0));

    assertThat(step.moves("container: box\nexpect: {image: busybox, hostname: web}"))
        .containsExactly(
            "docker rm -f box", "docker run --hostname web --name box busybox sh -c 'echo hello'");
  }

  @Test
  void a_command_that_could_not_be_run_is_not_kept() {
    bench.engine.withImage("busybox:latest");
    bench.had(box().image("busybox").command("ehco", "hello").exited(127));

    assertThat(step.moves("container: box\nexpect: {image: busybox, hostname: web}"))
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

    assertThat(step.first(RUNS).says()).contains("taken");
    assertThat(step.moves(RUNS))
        .containsExactly("docker rm -f box", "docker run -d --name box redis");
  }
}
