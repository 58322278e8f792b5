package dev.ropewalk.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code history}, {@code fc} and {@code !!} know. */
@Timeout(300)
class LearnerShellHistoryTest {
  @TempDir Path folder;
  private LearnerShell shell;

  @BeforeEach
  void start() {
    var limits = new Limits(Duration.ofSeconds(60), 100_000);
    shell = LearnerShell.of(ShellSetting.captured(folder, limits), Clock.systemUTC());
  }

  @AfterEach
  void close() {
    shell.close();
  }

  private String output(String line) throws InterruptedException {
    return shell.run(line).output().text();
  }

  @Test
  void the_list_has_the_learner_s_lines_and_nothing_else() throws Exception {
    output("echo one");
    output("cat <<EOF\ntwo\nEOF");
    shell.expand("$(echo no line)");
    shell.jobs();

    assertThat(output("history"))
        .isEqualTo("    1  echo one\n    2  cat <<EOF\ntwo\nEOF\n    3  history\n");
  }

  @Test
  void the_line_before_is_run_again_and_shown_first() throws Exception {
    output("echo one");

    assertThat(output("!!; echo $?")).isEqualTo("echo one; echo $?\none\n0\n");
    assertThat(output("echo !$ !ec:1")).isEqualTo("echo $? one\n0 one\n");
  }

  @Test
  void an_event_that_is_not_there_runs_nothing() throws Exception {
    output("(exit 3)");

    assertThat(output("echo ran; !none x")).isEqualTo("bash: !none: event not found\n");
    assertThat(output("echo $?")).isEqualTo("3\n");
    assertThat(output("history")).doesNotContain("none");
  }

  @Test
  void a_designator_that_only_prints_runs_nothing() throws Exception {
    output("echo once >>ran");

    assertThat(output("!!:p")).isEqualTo("echo once >>ran\n");
    assertThat(output("cat ran")).isEqualTo("once\n");
  }

  @Test
  void an_exclamation_mark_may_be_just_that() throws Exception {
    assertThat(output("echo 'no !one' \"hi!\" a! ${!#}; [ ! a = b ] && echo \\!x"))
        .isEqualTo("no !one hi! a! bash\n!x\n");
    output("set +H");
    assertThat(output("echo !none")).isEqualTo("!none\n");
  }

  @Test
  void a_quick_substitution_changes_the_line_before() throws Exception {
    output("echo one two");

    assertThat(output("^two^three^")).isEqualTo("echo one three\none three\n");
  }

  @Test
  void fc_means_the_line_before_its_own() throws Exception {
    output("echo one");
    output("echo two");

    assertThat(output("fc -l")).isEqualTo("1\t echo one\n2\t echo two\n");
    assertThat(output("fc -s two=three echo")).isEqualTo("echo three\nthree\n");
    assertThat(output("history"))
        .isEqualTo(
            "    1  echo one\n    2  echo two\n    3  fc -l\n    4  echo three\n    5  history\n");
  }

  @Test
  void what_the_learner_keeps_out_stays_out() throws Exception {
    output("HISTCONTROL=ignoreboth");
    output(" echo secret");

    assertThat(output("history")).doesNotContain("secret");
  }
}
