package dev.ropewalk.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a line does to its shell does not disturb our reports, and our reports do not show. */
@Timeout(300)
final class LearnerShellReportTest {
  @TempDir private Path folder;
  @AutoClose private CapturedShell shell;

  @BeforeEach
  void start() throws IOException {
    shell = new CapturedShell(folder);
  }

  @Test
  void programs_inherit_none_of_our_descriptors() throws Exception {
    assertThat(shell.output("for fd in 61 62; do { true >&$fd; } 2>/dev/null || echo closed; done"))
        .isEqualTo("closed\nclosed\n");
  }

  @Test
  void a_line_may_replace_the_prompt_and_its_hook() throws Exception {
    assertThat(shell.run("PROMPT_COMMAND='echo hook' PS1='mine> '; (exit 4)").exitCode())
        .isEqualTo(4);
    assertThat(shell.output("echo $?")).isEqualTo("4\n");
  }

  @Test
  void aliases_and_functions_named_as_builtins_do_not_disturb_the_report() throws Exception {
    shell.run("alias printf=false return=false; printf() { false; }; unset -f __ropewalk");

    assertThat(shell.run("(exit 6)").exitCode()).isEqualTo(6);
  }

  @Test
  void tracing_shows_the_line_and_little_of_ours() throws Exception {
    shell.run("set -x");

    assertThat(shell.output("echo hi"))
        .contains("+ echo hi\nhi\n")
        .doesNotContain("local", "printf");
  }

  @Test
  void redirected_streams_carry_over_and_do_not_swallow_reports() throws Exception {
    shell.run("exec >log 2>&1");
    shell.run("echo hidden");

    assertThat(shell.run("exec >&-; true").exitCode()).isZero();
    assertThat(shell.folder().resolve("log")).hasContent("hidden");
  }
}
