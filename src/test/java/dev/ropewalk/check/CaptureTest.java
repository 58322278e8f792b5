package dev.ropewalk.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.check.value.Variables;
import dev.ropewalk.engine.SampleContainer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a check gives to those after it. */
final class CaptureTest {
  private static Bench bench() {
    return new Bench().has(new SampleContainer("box"));
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
}
