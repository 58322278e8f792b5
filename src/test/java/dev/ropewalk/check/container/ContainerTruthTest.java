package dev.ropewalk.check.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.Bench;
import dev.ropewalk.check.Claim;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.engine.ContainerState;
import dev.ropewalk.engine.EngineEvent;
import dev.ropewalk.engine.SampleContainer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is true of a container: by its last run, by what it is, not by how it came about. */
final class ContainerTruthTest {
  private static final String DETACHED = "container: box\nexpect: {mode: detached}";
  private static final String GONE = "container: box\nexpect: absent";

  private final Bench bench = new Bench();

  private static SampleContainer box() {
    return new SampleContainer("box");
  }

  private void passes(String check) {
    assertThat(bench.judge(check)).isInstanceOf(Verdict.Passed.class);
  }

  private String refusal(String check) {
    assertThat(bench.judge(check)).isInstanceOf(Verdict.Failed.class);
    return ((Verdict.Failed) bench.judge(check)).why().says();
  }

  @Test
  void what_is_run_inside_may_show_in_the_health_and_in_nothing_else() {
    var exec =
        new EngineEvent.ToContainer(
            Instant.EPOCH, "exec_die", SampleContainer.id("box"), "box", "redis", Map.of());

    assertThat(claim("container: box\nexpect: {health: healthy}").mayFollow(exec)).isTrue();
    assertThat(claim("container: box\nexpect: {state: exited}").mayFollow(exec)).isFalse();
  }

  @Test
  void the_end_of_a_container_is_waited_for_after_a_command_inside_that_may_bring_it_about() {
    EngineEvent kill = exec("sh -c kill 1");
    EngineEvent other = exec("ls");

    for (String check :
        List.of(
            "container: box\nexpect: {state: running}\never: [die, start]",
            "container: box\nexpect: {restarts: {at_least: 1}}",
            "events: {happened: {action: die, name: box}}")) {
      assertThat(claim(check).mayFollow(kill)).as(check).isTrue();
      assertThat(claim(check).mayFollow(other)).as(check).isFalse();
    }
    assertThat(claim("container: tea\nexpect: {state: exited}").mayFollow(kill)).isFalse();
  }

  private static EngineEvent exec(String command) {
    return new EngineEvent.ToContainer(
        Instant.EPOCH, "exec_start", "b0", "box", "redis", Map.of("command", command));
  }

  private static final String ENDED = "container: box\nexpect: {state: exited, exit_code: 0}";
  private static final String STOPPED =
      "container: box\nexpect: {state: running}\never: [die, stop]";

  /** What time may bring, and what only the learner can do. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a program that has just been started may end by itself | start | MAY_CHANGE | MAY_CHANGE",
        "a signal is on its way to it | start rename kill | MAY_CHANGE | MAY_CHANGE",
        "one that ends by a signal alone runs on | start kill die start restart | FINAL | FINAL",
        "the restart policy starts what ends by itself | start die start | MAY_CHANGE | FINAL",
        "it runs as it did before the pause | start pause unpause | FINAL | FINAL",
        "it runs under another name | start rename | FINAL | FINAL",
        "its limits are other ones | start update | FINAL | FINAL"
      })
  void only_what_can_still_come_true_is_waited_for(
      String why, String events, Verdict.Outlook ended, Verdict.Outlook stopped) {
    bench.had(box()).happened("create", "box");
    for (String action : events.split(" ")) {
      bench.happened(action, "box");
    }

    assertThat(outlook(ENDED)).as(why).isEqualTo(ended);
    assertThat(outlook(STOPPED)).as(why).isEqualTo(stopped);
  }

  @Test
  void what_somebody_must_ask_for_is_not_waited_for() {
    bench.had(box()).happened("create", "box").happened("start", "box");

    for (String action : List.of("stop", "kill", "pause", "rename", "update", "commit")) {
      assertThat(outlook("container: box\nexpect: {state: running}\never: [" + action + "]"))
          .as(action)
          .isEqualTo(Verdict.Outlook.FINAL);
    }
    assertThat(outlook("container: box\nexpect: {state: running}\never: [oom]"))
        .isEqualTo(Verdict.Outlook.MAY_CHANGE);
  }

  private Verdict.Outlook outlook(String check) {
    return ((Verdict.Failed) bench.judge(check)).outlook();
  }

  private Claim claim(String text) {
    return bench.check(text).claim();
  }

  @Test
  void one_that_never_ran_has_no_mode_and_no_exit_code() {
    bench.has(box().state(ContainerState.CREATED).attached());

    assertThat(refusal(DETACHED)).contains("never started");
    assertThat(refusal("container: box\nexpect: {exit_code: 0}")).contains("never started");
    assertThat(refusal("container: box\nexpect: {exit_code: {not: 1}}")).contains("never started");
    passes("container: box\nexpect: {exit_code: {absent: true}, mode: {absent: true}}");
  }

  @Test
  void one_that_runs_has_no_exit_code_yet() {
    bench.has(box());

    assertThat(refusal("container: box\nexpect: {exit_code: 0}")).contains("no exit code yet");
  }

  @Test
  void what_never_started_has_not_ended_either() {
    bench
        .had(box().state(ContainerState.CREATED))
        .happened("create", "box")
        .happened("die", "box", "exitCode", "127");

    assertThat(refusal("container: box\nexpect: {name: box}\never: [die]"))
        .contains("never started");
  }

  @Test
  void the_pause_of_a_commit_is_no_pause_of_the_learners() {
    bench
        .had(box())
        .happened("pause", "box")
        .happened("commit", "box")
        .happened("unpause", "box")
        .ran("docker commit box copy", 0);

    assertThat(refusal("container: box\nexpect: {state: running}\never: [pause, unpause]"))
        .contains("docker pause");
  }

  @Test
  void a_pause_around_a_commit_that_the_learner_typed_counts() {
    bench
        .had(box())
        .happened("pause", "box")
        .happened("commit", "box")
        .happened("unpause", "box")
        .ran("docker pause box; docker commit box copy; docker unpause box", 0);

    passes("container: box\nexpect: {state: running}\never: [pause, unpause]");
  }

  @Test
  void the_end_and_the_stop_may_be_told_in_either_order() {
    bench
        .had(box().exited(0))
        .happened("kill", "box")
        .happened("stop", "box")
        .happened("die", "box");

    passes("container: box\nexpect: {state: exited}\never: [kill, die, stop]");
    passes("container: box\nexpect: {state: exited}\never: [stop, die]");
    passes("events: {in_order: [{action: die, name: box}, {action: stop, name: box}]}");
  }

  @Test
  void two_stops_are_not_one() {
    bench.had(box().exited(0)).happened("die", "box").happened("stop", "box");

    assertThat(refusal("container: box\nexpect: {state: exited}\never: [stop, start, stop]"))
        .contains("not started");
  }

  @Test
  void one_that_was_renamed_is_not_gone() {
    bench.had(box().exited(0).renamed("chest")).happenedBefore("create", "box");

    assertThat(refusal(GONE)).contains("is still there").contains("`chest`");
  }

  @Test
  void the_flag_of_another_containers_command_is_not_blamed() {
    bench
        .happened("create", "box")
        .happened("destroy", "box")
        .ran("docker run -d --name box redis", 0)
        .ran("docker rm -f box", 0)
        .ran("docker run --rm busybox true", 0);

    assertThat(refusal("container: box\nexpect: {state: running}")).doesNotContain("--rm");
  }

  @Test
  void the_flag_of_its_own_command_is_blamed() {
    bench
        .happened("create", "box")
        .happened("destroy", "box")
        .ran("docker run --rm --name box redis true", 0)
        .ran("docker run --name bax redis true", 0);

    assertThat(refusal("container: box\nexpect: {state: exited}")).contains("--rm");
  }

  @Test
  void an_image_may_be_named_by_its_id() {
    bench.engine.withImage("hello-world:latest");
    String id = bench.engine.world().images().getFirst().id();
    bench.has(box().image(id.substring(7, 19)).imageId(id).exited(0));

    passes("container: box\nexpect: {image: hello-world}");
    passes("container: {image: hello-world}\nexpect: {state: exited}");
    passes("container: box\nexpect: {image: " + id.substring(7, 19) + "}");
    assertThat(refusal("container: box\nexpect: {image: redis}")).contains("redis");
    assertThat(refusal("container: box\nexpect: {image: {not: hello-world}}")).isNotEmpty();
  }

  @Test
  void runs_redis_means_the_program_not_the_image() {
    bench.has(box().command("sleep", "300"));

    assertThat(refusal("container: box\nexpect: {program: redis-server}"))
        .contains("`sleep 300`")
        .contains("`redis-server`");
  }

  @Test
  void quotes_that_make_one_word_of_a_command_are_told() {
    bench.has(box().command("echo hello").exited(127));

    assertThat(refusal("container: box\nexpect: {command: [echo, hello]}")).contains("quotes");
  }
}
