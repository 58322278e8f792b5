package dev.ropewalk.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A line arrives as it was typed, whatever its characters are. */
@Timeout(300)
final class LearnerShellTypedTextTest {
  @TempDir private Path folder;
  @AutoClose private CapturedShell shell;

  @BeforeEach
  void start() throws IOException {
    shell = new CapturedShell(folder);
  }

  @Test
  void here_documents_and_lines_of_many_lines_work() throws Exception {
    assertThat(
            shell.output(
                "cat <<X | tr a-z A-Z\nin $((1 + 1)) lines\n'quoted'\nX\nfor i in 1 2\ndo echo $i\ndone"))
        .isEqualTo("IN 2 LINES\n'QUOTED'\n1\n2\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "it's",
        "\"",
        "\\",
        "$HOME `id` $(id)",
        "!! !x ^a^b",
        "a\tb  c",
        "größe ✓ 🐳",
        "%s\\n%s",
        "*",
        "#",
        "-n",
        "'\\''",
        "\u0001\u0007",
        "~",
        "{a,b}",
        "EOF",
        ");"
      })
  void quoted_text_arrives_as_it_was_typed(String text) throws Exception {
    assertThat(shell.output("printf '%s|' '" + text.replace("'", "'\\''") + "'"))
        .isEqualTo(text + "|");
  }

  @Test
  void a_line_that_begins_with_a_dash_is_a_command_and_no_option_of_ours() throws Exception {
    assertThat(shell.run("-x"))
        .satisfies(f -> assertThat(f.exitCode()).isEqualTo(127))
        .satisfies(f -> assertThat(f.output().text()).contains("-x: command not found"));
  }

  @Test
  void a_nul_is_dropped_and_one_in_the_output_is_kept() throws Exception {
    assertThat(shell.output("echo a\0b; printf 'c\\0d'")).isEqualTo("ab\nc\0d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"echo 'open", "if true", "echo )", "for"})
  void a_syntax_error_has_a_message_and_a_code_and_ends(String line) throws Exception {
    var finished = shell.run(line);

    assertThat(finished.exitCode()).isIn(1, 2);
    assertThat(finished.output().text())
        .containsAnyOf("syntax error", "unexpected EOF")
        .doesNotContain("ropewalk");
    assertThat(shell.output("echo next")).isEqualTo("next\n");
  }
}
