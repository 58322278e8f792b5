package dev.ropewalk.check.plan;

import static dev.ropewalk.check.plan.PlannedStep.HERE_ONLY;
import static dev.ropewalk.check.plan.PlannedStep.RUNS;
import static dev.ropewalk.check.plan.PlannedStep.box;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.Bench;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.SampleContainer;
import org.junit.jupiter.api.Test;

/** What a learner is told to do, where checks of a step want a container started or stopped. */
final class StartAndStopPlanTest {
  private static final String STOPPED =
      "container: box\nexpect: {state: exited, id: \"${first}\"}\never: [stop]";
  private static final String BY_SHORT_ID =
      "typed: {docker: stop, args: {any: [box]}, by: short_id}";
  private static final String KILLED =
      "container: box\nexpect: {state: exited, exit_code: 137}\never: [kill, die]";
  private static final String SHORT_ID = SampleContainer.id("box").substring(0, 12);
  private final PlannedStep step = new PlannedStep();
  private final Bench bench = step.bench;

  @Test
  void what_was_stopped_in_another_way_is_started_first() {
    bench
        .variable("first", SampleContainer.id("box"))
        .had(box().exited(0))
        .happened("kill", "box")
        .happened("die", "box")
        .happened("stop", "box")
        .ran("docker stop box", 0);

    assertThat(step.first(STOPPED, BY_SHORT_ID).moves())
        .containsExactly("docker start box", "docker stop " + SHORT_ID);
  }

  @Test
  void what_runs_is_stopped_in_the_way_that_another_check_asks_for() {
    bench.variable("first", SampleContainer.id("box")).had(box());

    assertThat(step.first(STOPPED, BY_SHORT_ID).moves()).containsExactly("docker stop " + SHORT_ID);
    assertThat(step.first(STOPPED, BY_SHORT_ID).remedy())
        .contains("short id")
        .doesNotContain("`docker stop box`");
  }

  @Test
  void words_that_xargs_adds_are_no_words_of_the_line() {
    bench
        .had(box())
        .had(new SampleContainer("other"))
        .ran("docker kill other; docker ps -aqf name=^lost$ | xargs -r docker rm -v", 0);

    assertThat(step.first("container: box\nexpect: {state: exited}").says())
        .contains("You killed `other`, but this step asks for `box`.");
  }

  @Test
  void what_must_end_by_itself_after_a_signal_is_stopped_and_not_killed() {
    bench.had(box());

    assertThat(
            step.moves("container: box\nexpect: {state: exited, exit_code: 0}\never: [kill, die]"))
        .containsExactly("docker stop box");
    assertThat(step.moves(KILLED)).containsExactly("docker kill box");
  }

  @Test
  void the_one_from_before_does_not_come_back_by_a_command() {
    bench
        .variable("first", SampleContainer.id("box"))
        .happenedBefore("create", "box")
        .happened("destroy", "box");

    assertThat(step.moves(STOPPED)).containsExactly(":retry");
  }

  @Test
  void one_that_has_another_name_now_is_renamed_and_not_missed_as_one_that_was_removed() {
    bench
        .variable("first", SampleContainer.id("box"))
        .happenedBefore("create", "box")
        .had(box().renamed("two"));

    assertThat(step.first(STOPPED).says())
        .isEqualTo("`box` is still there (running), but its name is `two` now.");
    assertThat(step.first(STOPPED).remedy())
        .isEqualTo("`docker rename two box` gives it its name back.");
    assertThat(step.moves(STOPPED)).containsExactly("docker rename two box");
  }

  @Test
  void one_that_has_made_way_for_another_of_its_name_is_not_taken_for_that() {
    bench
        .happenedBefore("create", "box")
        .had(box().renamed("old"))
        .happenedAs("box", "create", "second")
        .happenedAs("box", "destroy", "second");

    assertThat(bench.judge("container: box\nexpect: absent")).isInstanceOf(Verdict.Passed.class);
    assertThat(step.first(RUNS).remedy()).doesNotContain("docker rename");
  }

  @Test
  void what_must_end_well_before_it_goes_is_not_removed_by_force() {
    String ended = "events: {happened: {action: die, name: box, exit_code: 0}}";
    String gone = "container: box\nexpect: absent";
    bench.had(box()).happenedBefore("create", "box");

    assertThat(step.moves(ended, gone)).containsExactly("docker stop box", "docker rm box");
    assertThat(step.first(ended, gone).remedy()).doesNotContain("-f");
    assertThat(new PlannedStep().moves(ended, gone)).as("it is gone").containsExactly(":retry");
  }

  @Test
  void what_was_stopped_where_it_was_to_be_killed_is_started_and_killed() {
    bench.had(box().exited(0)).happened("die", "box").happened("stop", "box");

    assertThat(step.moves(KILLED)).containsExactly("docker start box", "docker kill box");
  }

  @Test
  void what_another_check_forbids_is_not_told() {
    String alive = "none: [{typed: {docker: stop, args: {any: [box]}}}]";
    bench.had(box());

    assertThat(step.first("container: box\nexpect: {state: exited}", alive).moves())
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
  void a_new_one_does_not_pass_for_the_one_from_before() {
    bench
        .variable("first", SampleContainer.id("another"))
        .had(box().exited(0))
        .happened("stop", "box");

    assertThat(step.moves(STOPPED, BY_SHORT_ID)).containsExactly(":retry");
  }

  @Test
  void a_container_of_an_earlier_step_that_was_removed_needs_the_step_anew() {
    bench.happenedBefore("create", "box").happened("destroy", "box");

    assertThat(step.moves(KILLED)).containsExactly(":retry");
  }

  @Test
  void one_that_was_only_created_is_started() {
    bench.has(box().state(ContainerState.CREATED).port("127.0.0.1", 12345, 6379));

    assertThat(step.moves(RUNS, HERE_ONLY)).containsExactly("docker start box");
  }

  @Test
  void one_that_must_be_attached_from_its_start_is_started_anew() {
    bench.has(box().interactive().command("bash"));

    assertThat(step.moves("container: box\nexpect: {tty: true}\never: [attach, start]"))
        .containsExactly("docker stop box", "docker start -a -i box");
    assertThat(step.moves("container: box\nexpect: {tty: true}\never: [attach]"))
        .containsExactly("docker attach box");
  }

  @Test
  void one_that_was_attached_and_has_ended_needs_only_a_start() {
    bench.has(box().exited(0).attached());

    assertThat(step.moves(RUNS)).containsExactly("docker start box");
  }

  @Test
  void a_restart_does_not_take_the_place_of_a_start_that_is_to_name_it_otherwise() {
    bench
        .variable("first", SampleContainer.id("box"))
        .had(box())
        .ran("docker start box", 0)
        .happened("start", "box");

    assertThat(
            step.moves(
                "container: box\nexpect: {state: running, id: \"${first}\"}\never: [start]",
                "typed: {docker: start, args: {any: [box]}, by: full_id}"))
        .containsExactly("docker stop box", "docker start " + SampleContainer.id("box"));
  }

  @Test
  void a_start_has_the_flags_that_another_check_asks_for() {
    String typed =
        "typed: {docker: start, flags: {interactive: true}, args: {any: [box]}, exit_code: {at_least: 0}}";
    bench.had(box().exited(0)).ran("docker start -a box", 0);

    assertThat(step.moves(typed)).containsExactly("docker start --interactive box");
    assertThat(step.moves("container: box\nexpect: {state: exited}\never: [attach]", typed))
        .containsExactly("docker start -a --interactive box");
  }
}
