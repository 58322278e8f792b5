package dev.ropewalk.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of a learner's home that a shell reads, and the one that it leaves alone. */
@Timeout(300)
final class LearnerShellStartupTest {
  @TempDir private Path folder;
  @AutoClose private CapturedShell shell;

  @BeforeEach
  void start() throws IOException {
    shell = new CapturedShell(folder);
  }

  @Test
  void startup_files_are_read_silently_and_their_hooks_put_aside() throws Exception {
    Files.writeString(
        shell.folder().resolve(".bashrc"),
        "echo welcome; alias hi='echo hi from rc'; PROMPT_COMMAND='echo hook'; PS1='rc> '; nonsense; HISTFILE=~/h");
    shell.restartWithStartupFiles();

    assertThat(shell.output("hi; echo \"[${HISTFILE-}]\"")).isEqualTo("hi from rc\n[]\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"exit 1", "exec sh", "kill -9 $$"})
  void startup_files_that_end_bash_are_left_out(String rc) throws Exception {
    Files.writeString(shell.folder().resolve(".bashrc"), rc);
    shell.restartWithStartupFiles();

    assertThat(shell.output("echo hi")).isEqualTo("hi\n");
  }

  @Test
  void the_learners_history_file_is_left_alone() throws Exception {
    var history = Files.writeString(shell.folder().resolve(".bash_history"), "old\n".repeat(3000));
    shell.restartWithStartupFiles();

    shell.run("echo new");
    shell.run("exit");
    shell.run("echo newer");
    shell.close();

    assertThat(history).hasContent("old\n".repeat(3000));
  }
}
