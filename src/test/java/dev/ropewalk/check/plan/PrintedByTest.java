package dev.ropewalk.check.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.Bench;
import dev.ropewalk.check.Diagnosis;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.engine.SampleContainer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a step's log is printed by is part of the line that makes the container. */
final class PrintedByTest {
  private static final String ENDS =
      "container: tool\nexpect: {image: redis, state: exited, exit_code: 0, program: redis-server}";
  private static final String PRINTS = "logs: tool\nexpect: {matches: Redis server v=}";
  private static final String BY = PRINTS + "\nprinted_by: redis-server --version";
  private static final String LINE = "docker run --name tool redis redis-server --version";

  private final Bench bench = new Bench();

  @BeforeEach
  void image() {
    bench.engine.withImage("redis:latest");
  }

  @Test
  void what_was_removed_is_run_again_with_it() {
    bench.happenedBefore("create", "tool").happened("destroy", "tool");

    assertThat(first(ENDS, BY).moves()).containsExactly(LINE);
  }

  @Test
  void what_ran_another_command_is_run_again_with_it() {
    bench.has(new SampleContainer("tool").exited(0).command("redis-server"));

    Diagnosis why = failed(ENDS, BY).getLast();

    assertThat(why.says()).startsWith("`redis-server --version` prints it.");
    assertThat(why.remedy())
        .isEqualTo(
            "Remove it (`docker rm -f tool`) and run it again with `redis-server --version` after the image.");
    assertThat(why.moves()).containsExactly("docker rm -f tool", LINE);
  }

  @Test
  void what_runs_for_ever_is_run_again_with_it() {
    bench.has(new SampleContainer("tool"));

    assertThat(first(ENDS, BY).moves()).containsExactly("docker rm -f tool", LINE);
  }

  @Test
  void where_no_check_knows_the_command_the_usual_one_is_not_told() {
    bench.happenedBefore("create", "tool").happened("destroy", "tool");

    assertThat(first(ENDS, PRINTS).remedy())
        .isEqualTo("Now run it again from the image `redis` with another command after the image.");
    assertThat(first(ENDS, PRINTS).moves()).isEmpty();
  }

  private Diagnosis first(String... checks) {
    return failed(checks).getFirst();
  }

  private List<Diagnosis> failed(String... checks) {
    return bench.judgeAll(checks).stream()
        .filter(Verdict.Failed.class::isInstance)
        .map(verdict -> ((Verdict.Failed) verdict).why())
        .toList();
  }
}
