package dev.ropewalk.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That the learner and their programs see nothing of how bash tells the commands of a line. */
@Timeout(300)
class LearnerShellTracingTest {
  @TempDir Path folder;
  private LearnerShell shell;

  @BeforeEach
  void start() throws Exception {
    folder = folder.toRealPath();
    shell = shell(Duration.ofSeconds(60));
  }

  private LearnerShell shell(Duration deadline) {
    return LearnerShell.of(
        ShellSetting.captured(folder, new Limits(deadline, 100_000)), Clock.systemUTC());
  }

  @AfterEach
  void close() {
    shell.close();
  }

  private List<String> commands(String line) throws InterruptedException {
    return shell.run(line).commands();
  }

  private String output(String line) throws InterruptedException {
    return shell.run(line).output().text();
  }

  @Test
  void a_learner_who_traces_sees_it_and_we_keep_out() throws Exception {
    assertThat(shell.run("set -x; true a"))
        .satisfies(f -> assertThat(f.output().text()).contains("+ true a\n"))
        .satisfies(f -> assertThat(f.commands()).isEmpty());
    assertThat(shell.run("true b"))
        .satisfies(
            f -> assertThat(f.output().text()).contains("+ true b\n").doesNotContain("trace"))
        .satisfies(f -> assertThat(f.commands()).isEmpty());

    shell.run("set +x");

    assertThat(shell.run("true c"))
        .satisfies(f -> assertThat(f.output()).isEqualTo(Output.NONE))
        .satisfies(f -> assertThat(f.commands()).containsExactly("true c"));
  }

  @Test
  void a_trace_has_the_learners_own_prefix_and_destination() throws Exception {
    shell.run("PS4='> '; exec 7>own; BASH_XTRACEFD=7");
    shell.run("true b");
    shell.run("set -x");
    shell.run("true c");
    shell.run("set +x; unset BASH_XTRACEFD");

    assertThat(Files.readString(folder.resolve("own")))
        .contains("> true c\n")
        .doesNotContain("true b");
    assertThat(commands("true d")).containsExactly("true d");
    assertThat(output("(set -x; true e)")).isEqualTo(">> true e\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"echo $-", "echo \"${-}\"", "set -o", "set", "echo $SHELLOPTS", "echo \"$PS4\""})
  void a_line_that_would_show_the_trace_is_not_traced(String line) throws Exception {
    var finished = shell.run(line + "; true");

    assertThat(finished.commands()).isEmpty();
    assertThat(finished.output().text())
        .doesNotContainPattern(
            "(?m)^BASH_XTRACEFD=|^PS4=.*BASHPID|xtrace\\s+on|:xtrace|^hi\\w*x\\w*$");
  }

  @Test
  void options_for_another_shell_do_not_keep_a_line_from_being_told() throws Exception {
    assertThat(commands("true sh -c 'set -euo pipefail; set -- a'; set -- b; true \"$1\""))
        .containsExactly("true sh -c 'set -euo pipefail; set -- a'", "set -- b", "true b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"export PS4", "export SHELLOPTS", "set -a", "readonly PS4", "unset PS4"})
  void programs_never_inherit_what_we_set(String line) throws Exception {
    shell.run(line);

    var finished = shell.run("env; bash -c true");

    assertThat(finished.output().text()).doesNotContain("BASHPID", "XTRACEFD");
    assertThat(finished.commands()).isEmpty();
  }

  @Test
  void an_unset_variable_in_a_strict_shell_disturbs_nothing() throws Exception {
    shell.run("set -u");

    assertThat(commands("true strict")).containsExactly("true strict");
    assertThat(output("true")).isEmpty();
  }

  @Test
  void functions_and_aliases_named_as_builtins_do_not_disturb_the_trace() throws Exception {
    shell.run("alias set=false unset=false exec=false; set() { false; }; unset() { false; }");

    assertThat(commands("true")).containsExactly("true");
    assertThat(commands("true")).containsExactly("true");
    assertThat(output("echo hi")).isEqualTo("hi\n");
  }

  @Test
  void programs_inherit_none_of_the_descriptors() throws Exception {
    // The fourth is that of `ls` on the folder.
    for (var line :
        List.of("ls /proc/self/fd", "bash -c 'ls /proc/self/fd'", "exec ls /proc/self/fd")) {
      assertThat(output(line).lines()).containsExactly("0", "1", "2", "3");
    }
  }

  @Test
  void an_endless_loop_neither_blocks_nor_fills_anything() throws Exception {
    shell.close();
    shell = shell(Duration.ofSeconds(3));
    shell.run("n=0");

    var finished =
        shell.run("while n=$((n + 1)); do : 'a long word to fill the pipe sooner'; done");

    assertThat(finished.ending()).isEqualTo(Finished.Ending.TIMED_OUT);
    assertThat(finished.commands()).hasSizeBetween(500, 3000).startsWith("n=1").contains("n=200");
    assertThat(Integer.parseInt(output("echo $n").strip())).isGreaterThan(3000);
    assertThat(commands("true next")).containsExactly("true next");
  }

  @Test
  void a_command_longer_than_the_pipe_is_left_out() throws Exception {
    var finished = shell.run("true a; : $(seq 100000); true b; echo out");

    assertThat(finished.commands()).startsWith("true a", "seq 100000").hasSizeLessThan(5);
    assertThat(finished.output().text()).isEqualTo("out\n");
    assertThat(commands("true next")).containsExactly("true next");
  }

  @Test
  void a_pseudo_terminal_has_commands_too() throws Exception {
    shell.close();
    var screen = new Screen.PseudoTerminal(80, 24, new Limits(Duration.ofSeconds(60), 1000));
    shell =
        LearnerShell.of(
            new ShellSetting(folder, Map.of(), StartupFiles.SKIPPED, screen), Clock.systemUTC());

    var finished = shell.run("x=1; echo $x$(test -t 2 && echo 2)");

    assertThat(finished.commands()).containsExactly("x=1", "test -t 2", "echo 2", "echo 12");
    assertThat(finished.output()).isEqualTo(new Output("12\n", 0));
  }

  @Test
  void where_the_pipe_cannot_be_made_safe_there_are_no_commands_and_all_else_works()
      throws Exception {
    var bash = Path.of(output("type -P bash").strip());
    var programs = Files.createDirectory(folder.resolve("programs"));
    Files.createSymbolicLink(programs.resolve("bash"), bash);
    shell.close();
    shell =
        LearnerShell.of(
            new ShellSetting(
                folder,
                Map.of("PATH", programs.toString()), // no dd
                StartupFiles.SKIPPED,
                new Screen.Captured(new Limits(Duration.ofSeconds(60), 1000))),
            Clock.systemUTC());

    var finished = shell.run("echo hi; (exit 3)");

    assertThat(finished.commands()).isEmpty();
    assertThat(finished.exitCode()).isEqualTo(3);
    assertThat(finished.output()).isEqualTo(new Output("hi\n", 0));
  }
}
