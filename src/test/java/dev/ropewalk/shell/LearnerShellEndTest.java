package dev.ropewalk.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A shell that a line ends is told of and replaced; one that is closed is not. */
@Timeout(300)
final class LearnerShellEndTest {
  @TempDir private Path folder;
  @AutoClose private CapturedShell shell;

  @BeforeEach
  void start() throws IOException {
    shell = new CapturedShell(folder);
  }

  @Test
  void exit_is_reported_and_the_next_line_has_a_new_shell_in_the_same_place() throws Exception {
    shell.run("mkdir here; cd here; x=1");

    var finished = shell.run("echo bye; exit 3");

    assertThat(finished.ending()).isEqualTo(Finished.Ending.SHELL_ENDED);
    assertThat(finished.exitCode()).isEqualTo(3);
    assertThat(finished.output().text()).startsWith("bye\n");
    assertThat(shell.output("echo \"[$x]\"; pwd")).isEqualTo("[]\n" + shell.folder() + "/here\n");
  }

  @Test
  void a_killed_shell_is_replaced() throws Exception {
    var finished = shell.run("kill -9 $$");

    assertThat(finished.ending()).isEqualTo(Finished.Ending.SHELL_ENDED);
    assertThat(finished.exitCode()).isEqualTo(137);
    assertThat(shell.output("echo alive")).isEqualTo("alive\n");
  }

  @Test
  void exec_ends_the_shell_with_the_programs_code_and_output() throws Exception {
    var finished = shell.run("exec sh -c 'echo last; exit 9'");

    assertThat(finished.ending()).isEqualTo(Finished.Ending.SHELL_ENDED);
    assertThat(finished.exitCode()).isEqualTo(9);
    assertThat(finished.output().text()).isEqualTo("last\n");
  }

  @Test
  void closing_hangs_up_the_background_jobs() throws Exception {
    shell.run("sleep 1000 & echo $! >pid");
    long job = Long.parseLong(Files.readString(shell.folder().resolve("pid")).strip());
    var process = ProcessHandle.of(job).orElseThrow();

    shell.close();

    process.onExit().get();
    assertThatThrownBy(() -> shell.run("echo hi")).hasMessage("the shell is closed");
  }
}
