package dev.ropewalk.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.value.Variables;
import dev.ropewalk.engine.EngineProblem;
import dev.ropewalk.engine.SampleContainer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What all checks have in common. */
final class CheckTest {
  private static Bench bench() {
    return new Bench().has(new SampleContainer("box"));
  }

  @Test
  void what_a_check_says_beside_its_claim_is_read() {
    Check check =
        bench()
            .check(
                "container: box\nexpect: {state: running}\nwithin: 5s\nholds: 1.5s\npoints: 2\ncapture: {first_id: id}");

    assertThat(check.sentence()).isEqualTo("it is so");
    assertThat(check.within()).isEqualTo(Duration.ofSeconds(5));
    assertThat(check.holds()).isEqualTo(Duration.ofMillis(1500));
    assertThat(check.points()).isEqualTo(2);
    assertThat(check.capture()).isEqualTo(Map.of("first_id", new Capture("id", Optional.empty())));
  }

  @Test
  void a_check_that_says_no_more_happens_at_once_and_is_worth_one_point() {
    Check check = bench().check("container: box\nexpect: {state: running}");

    assertThat(check.within()).isZero();
    assertThat(check.holds()).isZero();
    assertThat(check.points()).isEqualTo(1);
    assertThat(check.capture()).isEmpty();
  }

  @Test
  void what_is_captured_is_the_whole_value_and_later_checks_of_the_step_know_it() {
    Bench bench = bench();
    Scene scene = bench.scene();
    Check first = bench.check("container: box\nexpect: {state: running}\ncapture: {x: id, y: tty}");
    Check second =
        bench.variable("x", "").check("container: {newest: true}\nexpect: {id: \"${x}\"}");

    assertThat(first.judge(scene))
        .isEqualTo(new Verdict.Passed(Map.of("x", SampleContainer.id("box"), "y", "false")));
    assertThat(second.judge(scene)).isInstanceOf(Verdict.Passed.class);
  }

  @Test
  void a_log_and_the_output_of_a_command_can_be_captured_whole_or_in_part() {
    Bench bench = bench();
    bench.engine.log("box", "starting", "token=abc-1 is for you");
    bench.engine.exec("box", "sh -c id -u", 0, "999\n");

    assertThat(
            bench.judge(
                "logs: box\nexpect: {count: 2}\ncapture: {n: count, t: {text: 'token=(\\S+)'}, w: {text: 'tok..'}}"))
        .isEqualTo(new Verdict.Passed(Map.of("n", "2", "t", "abc-1", "w", "token")));
    assertThat(
            bench.judge(
                "exec: box\nrun: id -u\nexpect: {exit_code: 0}\ncapture: {u: stdout, c: exit_code}"))
        .isEqualTo(new Verdict.Passed(Map.of("u", "999", "c", "0")));
  }

  @Test
  void a_check_has_not_passed_where_the_part_that_it_captures_is_not_there_yet() {
    Bench bench = bench();
    bench.engine.log("box", "starting");

    Verdict verdict =
        bench.judge("logs: box\nexpect: {count: 1}\ncapture: {t: {text: 'token=(\\S+)'}}");

    assertThat(verdict).isInstanceOf(Verdict.Failed.class);
    assertThat(((Verdict.Failed) verdict).outlook()).isEqualTo(Verdict.Outlook.MAY_CHANGE);
    assertThat(((Verdict.Failed) verdict).why().says())
        .isEqualTo(
            "The next steps need something that is not there (yet): nothing in the text is like `token=(\\S+)`.");
  }

  @Test
  void a_failed_check_captures_nothing() {
    Bench bench = bench();
    Scene scene = bench.scene();

    bench.check("container: box\nexpect: {state: exited}\ncapture: {x: id}").judge(scene);

    assertThat(scene.variables()).isEqualTo(Variables.NONE);
  }

  @Test
  void a_variable_may_stand_in_a_name_and_in_the_middle_of_a_text() {
    Bench bench = bench().variable("n", "bo").variable("role", "cache");
    bench.has(new SampleContainer("box").label("role", "my-cache-1"));

    assertThat(bench.judge("container: \"${n}x\"\nexpect: {labels: {role: \"my-${role}-1\"}}"))
        .isInstanceOf(Verdict.Passed.class);
  }

  @Test
  void what_a_variable_holds_is_never_read_as_a_variable_again() {
    Bench bench = bench().variable("a", "${b}\\$1").variable("b", "x");
    bench.has(new SampleContainer("box").label("role", "${b}\\$1"));

    assertThat(bench.judge("container: box\nexpect: {labels: {role: \"${a}\"}}"))
        .isInstanceOf(Verdict.Passed.class);
  }

  @Test
  void the_first_remark_of_the_author_that_fits_stands_before_the_computed_reason() {
    String check =
        """
        container: box
        expect: {state: exited}
        diagnose:
          - {when: {container: nobody, expect: {state: running}}, say: Nobody runs.}
          - {when: {container: box, expect: {image: redis}}, say: "redis waits for ever, ${who}."}
          - {when: {container: box, expect: {state: running}}, say: It runs.}
        """;

    Verdict verdict = bench().variable("who", "you know").judge(check);

    assertThat(says(verdict))
        .startsWith("redis waits for ever, you know. `box`")
        .doesNotContain("Nobody runs.", "It runs.");
  }

  @Test
  void a_remark_is_not_made_of_what_cannot_be_judged_or_has_passed() {
    String unknown =
        "container: box\nexpect: {state: %s}\ndiagnose: [{when: {exec: box, run: [x], expect: {exit_code: 0}}, say: Told.}]";

    assertThat(says(bench().judge(unknown.formatted("exited")))).doesNotContain("Told.");
    assertThat(bench().judge(unknown.formatted("running"))).isInstanceOf(Verdict.Passed.class);
  }

  private static String says(Verdict verdict) {
    return ((Verdict.Failed) verdict).why().says();
  }

  @Test
  void what_ever_happened_must_have_happened_in_this_order_and_stays_so() {
    String check = "container: box\nexpect: {state: running}\never: [stop, start]";
    Bench once = new Bench().had(new SampleContainer("box"));

    assertThat(once.happened("start", "box").happened("stop", "box").judge(check))
        .as("the wrong way round")
        .isInstanceOf(Verdict.Failed.class);
    assertThat(once.happened("start", "box").judge(check)).isInstanceOf(Verdict.Passed.class);
    assertThat(once.happened("rename", "box").judge(check)).isInstanceOf(Verdict.Passed.class);
    assertThat(once.happened("die", "box").judge(check)).isInstanceOf(Verdict.Passed.class);
  }

  @Test
  void points_and_what_they_may_be_are_read() {
    assertThat(bench().check("container: box\nexpect: absent\npoints: 0").points()).isZero();
    assertThat(bench().check("container: box\nexpect: absent\npoints: 100").points())
        .isEqualTo(100);
  }

  @Test
  void one_round_looks_inside_a_container_once() {
    Bench bench = bench();
    bench
        .probes
        .process(1, 1, "root", "redis")
        .namespace("pid", "1", "2")
        .namespace("net", "3", "4");
    bench.probes.kernel("/proc/1/status", "x").disk(1).page(80, "hello");
    bench.has(new SampleContainer("web").port("0.0.0.0", 80, 80));
    Scene scene = bench.scene();

    for (String check :
        new String[] {
          "processes: box\nexpect: {count: 1}",
          "processes: box\nexpect: {user: {contains: root}}",
          "namespace: box\nexpect: {pid: differs_from_host, net: differs_from_host}",
          "namespace: box\nexpect: {net: {same_as: box}}",
          "security: box\nexpect: {user: 0}",
          "security: box\nexpect: {seccomp: off}",
          "limits: box\nexpect: {memory: 1m}",
          "limits: box\nexpect: {pids: 1}",
          "port: 80\nexpect: {answers: http, body: {contains: hello}}",
          "port: 80\nexpect: {answers: http, body: {contains: hell}}",
          "host: {free_disk: 1}",
          "host: {free_disk: {at_least: 1}}",
        }) {
      bench.check(check).judge(scene);
    }

    assertThat(bench.probes.looks()).isNotEmpty().doesNotHaveDuplicates();
    assertThat(bench.engine.asked().stream().filter(question -> !question.equals("info")))
        .doesNotHaveDuplicates();
  }

  @Test
  void who_mounts_a_volume_is_known_from_the_list() {
    Bench bench =
        new Bench()
            .has(new dev.ropewalk.engine.Volume("data", "local", "/x", Map.of()))
            .has(new SampleContainer("box").mount("volume", "data", "/data", false))
            .alien(new SampleContainer("other"));
    bench.engine.file("box", "/data/note.txt", "hello");

    Verdict verdict =
        bench.judge(
            "volume: data\nexpect: {used_by: [box], file: {path: note.txt, contains: hello}}");

    assertThat(verdict).isInstanceOf(Verdict.Passed.class);
    assertThat(bench.engine.asked()).containsExactly("world", "volume data", "file /data/note.txt");
  }

  @Test
  void the_engines_trouble_is_not_the_learners() {
    Bench bench = bench();
    bench.engine.failing(EngineProblem.Kind.TIMEOUT, "The engine did not answer in time.");

    for (String check :
        new String[] {
          "container: box\nexpect: {state: running}",
          "container: box\nexpect: absent",
          "port: 12345\nexpect: closed",
          "none:\n  - {image: redis, expect: exists}"
        }) {
      assertThat(bench.judge(check))
          .isEqualTo(new Verdict.Errored("The engine did not answer in time."));
    }
  }

  @Test
  void one_round_asks_for_each_object_once() {
    Bench bench = bench();
    Scene scene = bench.scene();
    Check one = bench.check("container: box\nexpect: {state: running}");
    Check two = bench.check("container: box\nexpect: {image: redis}\nwithin: 5s");

    one.judge(scene);
    two.judge(scene);

    assertThat(bench.engine.asked())
        .containsExactly("world", "container " + SampleContainer.id("box"));
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
