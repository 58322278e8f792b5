package dev.ropewalk.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.engine.SampleContainer;
import org.junit.jupiter.api.Test;

/** What cannot pass before the learner has done something. */
final class NeededActTest {
  private static Bench bench() {
    return new Bench().has(new SampleContainer("box"));
  }

  @Test
  void checks_that_may_pass_on_an_untouched_engine_are_known() {
    Bench bench = bench();

    assertThat(bench.check("container: box\nexpect: absent").needsAct()).isTrue();
    assertThat(bench.check("container: {image: redis}\nexpect: {count: 0}").needsAct()).isTrue();
    assertThat(bench.check("port: 80\nexpect: closed").needsAct()).isFalse();
    assertThat(bench.check("port: 80\nexpect: closed\nbaseline: differs").needsAct()).isTrue();
    assertThat(bench.check("image: redis\nexpect: absent").needsAct()).isTrue();
    assertThat(bench.check("image: redis\nexpect: exists").needsAct()).isFalse();
    assertThat(bench.check("events: {never: {action: die}}").needsAct()).isFalse();
    assertThat(bench.check("none: [{container: box, expect: absent}]").needsAct()).isFalse();
  }

  @Test
  void where_only_a_file_can_show_it_the_file_must_change() {
    Bench bench = bench();

    assertThat(changes(bench, "file: note.txt\nexpect: exists")).isTrue();
    assertThat(changes(bench, "file: note.txt\nexpect: {contains: a}")).isTrue();
    assertThat(changes(bench, "dockerfile: Dockerfile\nexpect: {base: redis}")).isTrue();
    assertThat(changes(bench, "all: [{file: a, expect: exists}, {host: {cgroup: 1}}]")).isTrue();
    assertThat(changes(bench, "any: [{file: a, expect: exists}, {host: {cgroup: 1}}]")).isFalse();
    assertThat(changes(bench, "none: [{file: a, expect: exists}]")).isFalse();
    assertThat(changes(bench, "file: note.txt\nexpect: absent")).isFalse();
    assertThat(changes(bench, "image: redis\nexpect: exists")).isFalse();
  }

  private static boolean changes(Bench bench, String check) {
    return bench.check(check).withFilesChanged().needsAct();
  }

  @Test
  void another_container_is_no_baseline_for_one_with_a_label_or_an_image() {
    Bench bench = new Bench().happened("create", "box").happened("destroy", "box");

    assertThat(bench.judge("container: {label: role=cache}\nexpect: {count: 0}"))
        .isInstanceOf(Verdict.Failed.class);
    assertThat(bench.judge("container: {image: nginx}\nexpect: {count: 0}"))
        .isInstanceOf(Verdict.Failed.class);
    assertThat(
            bench
                .happened("create", "bax", "role", "cache")
                .judge("container: {label: role=cache}\nexpect: {count: 0}"))
        .isInstanceOf(Verdict.Passed.class);
  }

  @Test
  void checks_that_need_an_act_fail_on_an_untouched_engine() {
    for (String check :
        new String[] {
          "container: box\nexpect: absent",
          "container: box\nexpect: {state: running}",
          "container: {image: redis}\nexpect: {count: 0}",
          "container: {image: redis}\nexpect: {count: {at_most: 3}}",
          "port: 80\nexpect: closed",
          "port: 80\nexpect: {answers: tcp}",
          "image: redis\nexpect: absent",
          "logs: box\nexpect: {count: 0}",
          "namespace: box\nexpect: {user: same_as_host}",
          "events: {happened: {action: start}}",
          "typed: {docker: ps}",
          "answer: {text: {is: x}}"
        }) {
      assertThat(new Bench().judge(check)).as(check).isInstanceOf(Verdict.Failed.class);
    }
  }
}
