package dev.ropewalk.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a text is a whole command is bash's decision. */
@Timeout(300)
class LearnerShellSyntaxTest {
  @TempDir static Path folder;
  private static LearnerShell shell;

  @BeforeAll
  static void start() throws InterruptedException {
    var limits = new Limits(Duration.ofSeconds(60), 100_000);
    shell = LearnerShell.of(ShellSetting.captured(folder, limits), Clock.systemUTC());
    shell.run(
        "alias loop='for i in 1 2; do' alias='touch made' set='touch made'"
            + " builtin='touch made'");
  }

  @AfterAll
  static void close() {
    shell.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "docker ps",
        "echo for",
        "A=1 if",
        "# a comment\\",
        "echo a # it's",
        "echo $'it\\'s'",
        "echo ${A:-\"}\"}",
        "[[ a && b ]]",
        "[[ EOF ]]",
        "for i in 1 2; do echo; done",
        "f() { :; }",
        "cat <<EOF | docker build -q -\nFROM busybox\nEOF",
        "cat <<EOF\nx\nEOF\n",
        "cat <<<'x'",
        "echo $((1<<2))",
        "echo hi\n",
        "echo a |\n\ncat",
        "echo 'a\nb'",
        "case x in x) echo;; esac",
        "echo $((1 + 2))",
        "echo \\\\",
        "echo a\\\nb",
        "x=(1\n2)",
        "time",
        "coproc cat",
        "é à",
        "[[ -n x &&\n a ]]",
        "touch made",
        "$(touch made)",
        "$(touch made",
        "cat <<'a b'\nx\na b",
        "cat <<-E\n\tx\n\tE",
        "cat <<\\EOF\nx\nEOF"
      })
  void whole_unless_open(String text) throws Exception {
    boolean isOpen = text.equals("$(touch made");

    assertThat(shell.syntax(text)).isEqualTo(isOpen ? Syntax.UNFINISHED : Syntax.WHOLE);
    assertThat(folder.resolve("made")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for i in 1 2",
        "for i in 1; do",
        "if true; then",
        "while :",
        "f() {",
        "f()",
        "echo a |",
        "echo a |\n",
        "echo a &&",
        "echo a && # why",
        "echo 'a",
        "echo \"a $(",
        "echo `a",
        "echo ${a",
        "[[ a &&",
        "((1 +",
        "echo a\\",
        "\\",
        "cat <<EOF",
        "cat <<EOF\nEOF ",
        "cat <<EOF | cat",
        "x=$(cat <<EOF\nx",
        "case x in",
        "a=(1",
        "function f",
        "{ echo",
        "(",
        "echo <(",
        "loop",
        "loop\necho",
        "select x in",
        "coproc {"
      })
  void unfinished(String text) throws Exception {
    assertThat(shell.syntax(text)).isEqualTo(Syntax.UNFINISHED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "echo )",
        "if x; fi",
        "echo >",
        "a &&& b",
        ") 'open",
        "words=(Exited (0))",
        "echo !(a"
      })
  void wrong_whatever_follows(String text) throws Exception {
    assertThat(shell.syntax(text)).isEqualTo(Syntax.WRONG);
  }

  @Test
  void the_learner_s_options_count() throws Exception {
    shell.run("shopt -s extglob");

    assertThat(shell.syntax("echo !(a")).isEqualTo(Syntax.UNFINISHED);
    shell.run("shopt -u extglob");
  }

  @ParameterizedTest
  @ValueSource(strings = {"EOF", "'EOF'", "\\EOF", "\"E F\"", "é", "<EOF", "-EOF"})
  void a_here_document_ends_line_by_line_as_at_once(String delimiter) throws Exception {
    var end = delimiter.replaceAll("['\"\\\\<-]", "");

    assertThat(shell.syntax("cat <<" + delimiter)).isNotEqualTo(Syntax.WRONG);
    shell.syntax("cat <<" + delimiter + "\nx");
    assertThat(shell.syntax("cat <<" + delimiter + "\nx\n" + end)).isEqualTo(Syntax.WHOLE);
  }

  @Test
  void a_long_here_document_is_not_read_anew_for_each_line() throws Exception {
    var text = new StringBuilder("cat <<EOF");
    for (int line = 0; line < 5_000; line++) {
      text.append("\nit's line ").append(line);
      assertThat(shell.syntax(text.toString())).isEqualTo(Syntax.UNFINISHED);
    }

    assertThat(shell.syntax(text + "\nEOF")).isEqualTo(Syntax.WHOLE);
  }
}
