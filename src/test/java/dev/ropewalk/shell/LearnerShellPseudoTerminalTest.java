package dev.ropewalk.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The shell on a pseudo-terminal of its own, as a grader uses it. */
@Timeout(300)
class LearnerShellPseudoTerminalTest {
  @TempDir Path folder;
  private LearnerShell shell;

  @BeforeEach
  void start() throws IOException {
    folder = folder.toRealPath();
    shell = shell(Duration.ofSeconds(60));
  }

  private LearnerShell shell(Duration deadline) {
    var screen = new Screen.PseudoTerminal(100, 30, new Limits(deadline, 100_000));
    return LearnerShell.of(
        new ShellSetting(folder, Map.of(), StartupFiles.SKIPPED, screen), Clock.systemUTC());
  }

  @AfterEach
  void close() {
    shell.close();
  }

  @Test
  void all_three_streams_are_a_terminal_of_the_given_size() throws Exception {
    assertThat(shell.run("test -t 0 -a -t 1 -a -t 2; echo $?; stty size; tput cols").output())
        .isEqualTo(new Output("0\n30 100\n100\n", 0));
  }

  @Test
  void lines_carry_over_as_without_a_terminal() throws Exception {
    shell.run("cd /; x='a b'; false");

    var finished = shell.run("echo $? \"$x\"; pwd; exit 4");

    assertThat(finished.output().text()).startsWith("1 a b\n/\n");
    assertThat(finished.exitCode()).isEqualTo(4);
    assertThat(finished.ending()).isEqualTo(Finished.Ending.SHELL_ENDED);
    assertThat(shell.run("echo again").output().text()).isEqualTo("again\n");
  }

  @Test
  void typed_keys_reach_the_line_and_are_echoed() throws Exception {
    shell.run("true");
    shell.type("Ada\n");

    assertThat(shell.run("read name; echo \"[$name]\"").output().text()).endsWith("[Ada]\n");
  }

  @Test
  void typed_control_c_ends_the_line() throws Exception {
    try (var pool = Executors.newSingleThreadExecutor()) {
      var line =
          pool.submit(() -> shell.run("while true; do bash -c ': >ready; exec sleep 1000'; done"));
      while (!Files.exists(folder.resolve("ready"))) {
        Thread.onSpinWait();
      }

      shell.type("\u0003");

      assertThat(line.get().exitCode()).isEqualTo(130);
    }
  }

  @Test
  void a_program_that_waits_for_a_person_runs_out_of_time() throws Exception {
    shell.close();
    shell = shell(Duration.ofSeconds(3));

    var finished = shell.run("x=kept; less -f /etc/passwd");

    assertThat(finished.ending()).isEqualTo(Finished.Ending.TIMED_OUT);
    assertThat(shell.run("echo $x").output().text()).endsWith("kept\n");
  }

  @Test
  void a_killed_shell_is_replaced() throws Exception {
    assertThat(shell.run("kill -9 $$").exitCode()).isEqualTo(137);
    assertThat(shell.run("echo alive").output().text()).isEqualTo("alive\n");
  }

  @Test
  void only_a_pseudo_terminal_can_be_typed_on() {
    var captured =
        LearnerShell.of(
            ShellSetting.captured(folder, new Limits(Duration.ofSeconds(1), 1)), Clock.systemUTC());

    assertThatThrownBy(() -> captured.type("x")).isInstanceOf(UnsupportedOperationException.class);
  }
}
