package dev.ropewalk.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The exit codes of a pipe's members, as bash tells them after a line. */
@Timeout(300)
final class LearnerShellPipeTest {
  @TempDir private Path folder;
  @AutoClose private CapturedShell shell;

  @BeforeEach
  void start() throws IOException {
    shell = new CapturedShell(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " ~ ",
      textBlock =
          """
          (exit 3) | cat ~ 0 ~ 3 0
          true | (exit 4) ~ 4 ~ 0 4
          (exit 3) |& cat | (exit 5) ~ 5 ~ 3 0 5
          seq 1 100000 | head -1 ~ 0 ~ 141 0
          set -o pipefail; (exit 3) | cat ~ 3 ~ 3 0
          ! (exit 3) | cat ~ 1 ~ 3 0
          false | true && (exit 6) | cat ~ 0 ~ 6 0
          false | true; true ~ 0 ~ 0
          f() { false | true; }; f | (exit 2) ~ 2 ~ 0 2
          IFS=1; (exit 11) | cat # and a word | more ~ 0 ~ 11 0
          """)
  void each_member_has_its_own(String line, int code, String codes) throws Exception {
    Finished finished = shell.runPiped(line);

    assertThat(finished.exitCode()).isEqualTo(code);
    assertThat(finished.pipe())
        .isEqualTo(Arrays.stream(codes.split(" ")).map(Integer::valueOf).toList());
    assertThat(shell.output("echo $?")).isEqualTo(code + "\n");
  }

  @Test
  void to_ask_for_them_does_not_show() throws Exception {
    Finished finished = shell.runPiped("echo a | cat");

    assertThat(finished.output().text()).isEqualTo("a\n");
    assertThat(finished.commands()).containsExactlyInAnyOrder("echo a", "cat");
    assertThat(shell.output("history | tail -2"))
        .contains("echo a | cat")
        .doesNotContain("ropewalk");
    assertThat(shell.output("declare -p | grep -c 'ropewalk_\\(code\\|pipe\\)'")).isEqualTo("0\n");
  }

  @Test
  void a_line_that_is_broken_off_or_not_asked_has_none() throws Exception {
    shell.run("trap 'echo out' ERR");
    assertThat(shell.runPiped("(exit 3) | cat").output().text()).isEmpty();

    assertThat(shell.run("false | true").pipe()).isEmpty();
    assertThat(shell.runPiped("false | true; exit 9").pipe()).isEmpty();
    assertThat(shell.runPiped("cat <<E | (cat; exit 8)\nx\nE").pipe()).isEqualTo(List.of(0, 8));
  }
}
