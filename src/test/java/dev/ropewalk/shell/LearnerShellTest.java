package dev.ropewalk.shell;

import static dev.ropewalk.shell.CapturedShell.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a line tells of itself, and what of it is there for the next one. */
@Timeout(300)
final class LearnerShellTest {
  @TempDir private Path folder;
  @AutoClose private CapturedShell shell;

  @BeforeEach
  void start() throws IOException {
    shell = new CapturedShell(folder);
  }

  @Test
  void a_line_tells_all_about_itself() throws Exception {
    var finished = shell.run("echo hi; echo there >&2; false");

    assertThat(finished)
        .isEqualTo(
            new Finished(
                "echo hi; echo there >&2; false",
                1,
                shell.folder(),
                NOW,
                NOW,
                Finished.Ending.COMPLETED,
                new Output("hi\nthere\n", 0),
                List.of("echo hi", "echo there", "false"),
                List.of()));
  }

  @Test
  void the_directory_carries_over_and_cd_minus_goes_back() throws Exception {
    Files.createDirectory(shell.folder().resolve("a b"));

    assertThat(shell.run("cd 'a b'").directory()).isEqualTo(shell.folder().resolve("a b"));
    assertThat(shell.output("pwd")).isEqualTo(shell.folder() + "/a b\n");
    assertThat(shell.output("cd -")).isEqualTo(shell.folder() + "\n");
    assertThat(shell.directory()).isEqualTo(shell.folder());
  }

  @Test
  void a_deleted_directory_breaks_nothing() throws Exception {
    shell.run("mkdir gone; cd gone; rmdir ../gone");

    assertThat(shell.output("echo still here")).contains("still here");
    assertThat(shell.run("exit").directory()).isEqualTo(shell.folder().resolve("gone"));
    assertThat(shell.output("pwd")).isEqualTo(shell.folder() + "\n");
  }

  @Test
  void variables_functions_aliases_and_exports_carry_over() throws Exception {
    shell.run("CID=$(echo 4f2a); export PORT=12345; declare -A map=([k]=v)");
    shell.run("greet() { echo \"hello $1\"; }");
    shell.run("alias again='echo once more'");

    assertThat(shell.output("echo $CID ${map[k]}; bash -c 'echo $PORT'; greet you; again"))
        .isEqualTo("4f2a v\n12345\nhello you\nonce more\n");
  }

  @Test
  void the_exit_code_is_there_for_the_next_line() throws Exception {
    shell.run("(exit 42)");

    assertThat(shell.output("echo $?; echo $?")).isEqualTo("42\n0\n");
  }

  @Test
  void empty_lines_and_comments_keep_the_exit_code() throws Exception {
    shell.run("(exit 7)");
    shell.run("");
    shell.run("# nothing");

    // eval of nothing is true, and bash itself would have kept 7; what matters is that the line
    // ends
    assertThat(shell.run("echo ok").output().text()).isEqualTo("ok\n");
  }

  @Test
  void an_unset_variable_ends_the_line_only() throws Exception {
    shell.run("set -u; keep=1");

    assertThat(shell.run("echo $nothing; echo no").output().text())
        .contains("unbound variable")
        .doesNotContain("no\n");
    assertThat(shell.output("echo $keep")).isEqualTo("1\n");
  }
}
