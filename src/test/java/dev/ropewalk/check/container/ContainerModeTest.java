package dev.ropewalk.check.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.Bench;
import dev.ropewalk.check.Verdict;
import dev.ropewalk.engine.SampleContainer;
import org.junit.jupiter.api.Test;

/** Whether a container is attached or detached: by its last start and what came after it. */
final class ContainerModeTest {
  private static final String DETACHED = "container: box\nexpect: {mode: detached}";

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
  void one_that_was_created_and_then_started_is_detached() {
    bench.had(box().attached()).happened("create", "box").happened("start", "box");

    passes(DETACHED);
  }

  @Test
  void one_that_was_started_again_without_a_terminal_is_detached() {
    bench
        .has(box().attached())
        .happened("kill", "box")
        .happened("die", "box")
        .happened("start", "box");

    passes(DETACHED);
  }

  @Test
  void one_to_which_a_terminal_was_attached_later_is_attached() {
    bench.has(box()).happened("attach", "box");

    assertThat(refusal(DETACHED)).contains("attached");
  }

  @Test
  void one_that_was_left_with_the_keys_for_it_is_detached() {
    bench.has(box()).happened("attach", "box").happened("detach", "box");

    passes(DETACHED);
  }

  @Test
  void one_that_the_restart_policy_has_started_again_is_as_it_was_started_by_hand() {
    bench
        .had(box().restarted(1))
        .happened("create", "box")
        .happened("attach", "box")
        .happened("start", "box")
        .happened("die", "box")
        .happened("start", "box");

    assertThat(refusal(DETACHED)).contains("attached");
  }

  @Test
  void one_whose_start_nobody_saw_is_as_its_creation_says() {
    bench.had(box().attached());

    assertThat(refusal(DETACHED)).contains("attached");
  }
}
