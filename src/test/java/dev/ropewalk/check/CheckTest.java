package dev.ropewalk.check;

import static org.assertj.core.api.Assertions.assertThat;

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

  @Test
  void a_remark_in_the_place_of_the_computed_reason_is_read_alone_and_its_commands_are_followed() {
    String check =
        """
        container: box
        expect: {state: running, image: nginx}
        diagnose:
          - {when: {container: box, expect: {image: redis}}, %s: "It has to be ${web}. Type `docker rm -f box`."}
        """;
    Bench bench = bench().variable("web", "nginx");

    var before = ((Verdict.Failed) bench.judge(check.formatted("say"))).why();
    var instead = ((Verdict.Failed) bench.judge(check.formatted("instead"))).why();

    assertThat(before.says()).startsWith("It has to be nginx. Type `docker rm -f box`. `box`");
    assertThat(before.moves()).isNotEqualTo(instead.moves());
    assertThat(instead.says()).isEqualTo("It has to be nginx. Type `docker rm -f box`.");
    assertThat(instead.remedy()).isEmpty();
    assertThat(instead.moves()).containsExactly("docker rm -f box");
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
  void a_program_that_was_told_to_end_from_inside_may_still_end() {
    String check = "container: box\nexpect: {state: running}\never: [die, start]";
    Bench told = new Bench().had(new SampleContainer("box")).happened("rename", "box");

    assertThat(ToldVerdict.of(told.judge(check))).doesNotContain("but may change");
    told.happened("exec_start", "box", "command", "ls");
    assertThat(ToldVerdict.of(told.judge(check))).doesNotContain("but may change");
    told.happened("exec_start", "box", "command", "sh -c kill 1");
    assertThat(ToldVerdict.of(told.judge(check))).contains("but may change");
  }

  @Test
  void a_program_that_was_told_to_end_from_another_container_may_still_end() {
    String check = "container: box\nexpect: {state: exited}\never: [die]";
    Bench told =
        new Bench()
            .had(new SampleContainer("box"))
            .had(new SampleContainer("outside"))
            .happened("kill", "box")
            .happened("die", "box")
            .happened("start", "box");

    assertThat(ToldVerdict.of(told.judge(check))).doesNotContain("but may change");
    told.happened("exec_start", "outside", "command", "kill -9 4711");
    assertThat(ToldVerdict.of(told.judge(check))).contains("but may change");
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
}
