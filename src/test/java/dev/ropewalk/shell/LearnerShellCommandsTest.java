package dev.ropewalk.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What bash tells of the commands behind a line. */
@Timeout(300)
class LearnerShellCommandsTest {
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
  void variables_of_earlier_lines_are_expanded() throws Exception {
    shell.run("CID=4f2a");

    assertThat(commands("true logs \"$CID\" $nothing ${CID%a}"))
        .containsExactly("true logs 4f2a 4f2");
  }

  @Test
  void substitutions_come_before_the_command_that_waits_for_them() throws Exception {
    assertThat(commands("true stop $(echo a $(echo b)) `echo c`"))
        .containsExactly("echo b", "echo a b", "echo c", "true stop a b c");
  }

  @Test
  void an_assignment_is_a_command_of_its_own() throws Exception {
    assertThat(commands("CID=$(echo 4f 2a); PORT=80 true run"))
        .containsExactly("echo 4f 2a", "CID='4f 2a'", "PORT=80", "true run");
  }

  @Test
  void an_alias_is_what_it_stands_for() throws Exception {
    shell.run("alias dps='true ps --all'");

    assertThat(commands("dps -q")).containsExactly("true ps --all -q");
  }

  @Test
  void a_function_is_there_with_what_it_does() throws Exception {
    shell.run("docker() { command echo docker \"$@\"; }");

    assertThat(commands("docker rm \"a b\""))
        .startsWith("docker rm 'a b'", "command echo docker rm 'a b'");
  }

  @Test
  void a_loop_has_each_of_its_rounds_and_not_its_own_head() throws Exception {
    assertThat(
            commands(
                "for i in $(echo 1 2); do [[ $i ]] && ((i)) && case $i in 2) true $i; esac; done"
                    + "; n=0; while (( n++ < 2 )); do : $n; done; for ((k=0; k<1; k++)); do : k; done"))
        .containsExactly("echo 1 2", "true 2", "n=0", ": 1", ": 2", ": k");
  }

  @Test
  void the_members_of_a_pipeline_come_in_any_order() throws Exception {
    assertThat(commands("true a | (true b; true c) | cat && true d"))
        .containsExactlyInAnyOrder("true a", "true b", "true c", "cat", "true d")
        .containsSubsequence("true b", "true c", "true d");
  }

  @Test
  void words_stay_words_whatever_is_in_them() throws Exception {
    var line =
        "true 'a b' \"c\nd\" 'it'\\''s' '' '*' '$x' $'\\t\\001' größe \"+ true\" 'a;b' \\\\ '#' -n";

    var command = commands(line).getFirst();

    assertThat(shell.run("x=; set -- " + command + "; printf '%s|' \"$@\"").output().text())
        .isEqualTo("true|a b|c\nd|it's||*|$x|\t\u0001|größe|+ true|a;b|\\|#|-n|");
  }

  @Test
  void a_here_document_and_redirections_are_left_out() throws Exception {
    assertThat(commands("cat <<X >file 2>&1\nin $(echo doc)\nX\ntrue"))
        .containsExactlyInAnyOrder("echo doc", "cat", "true");
  }

  @Test
  void a_sourced_file_is_told_and_a_script_is_not() throws Exception {
    Files.writeString(folder.resolve("script"), "true \"inside $1\"\n");

    assertThat(commands(". ./script here; bash script there; eval 'true $((1 + 1))'"))
        .containsExactly(
            ". ./script here",
            "true 'inside here'",
            "bash script there",
            "eval 'true $((1 + 1))'",
            "true 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"sleep 1000 &", "true a | sleep 1000 &", "(sleep 1000; true) & true & true"})
  void a_background_job_has_begun(String line) throws Exception {
    for (int round = 0; round < 10; round++) {
      assertThat(commands(line)).contains("sleep 1000");
    }
  }

  @Test
  void what_a_job_does_later_belongs_to_no_line() throws Exception {
    shell.run("mkfifo gate; (read x <gate; true late) &");

    assertThat(commands("echo go >gate; wait")).containsExactly("echo go", "wait");
  }

  @Test
  void process_substitutions_are_told() throws Exception {
    assertThat(commands("cat <(true ps) <(true images)"))
        .hasSize(3)
        .contains("true ps", "true images")
        .anyMatch(command -> command.matches("cat /dev/fd/\\d+ /dev/fd/\\d+"));
  }

  @Test
  void an_interrupted_line_has_what_it_did_and_the_next_is_as_ever() throws Exception {
    try (var pool = Executors.newSingleThreadExecutor()) {
      var line =
          pool.submit(() -> shell.run("while true; do bash -c ': >ready; sleep 1000'; done"));
      while (!Files.exists(folder.resolve("ready"))) {
        Thread.onSpinWait();
      }

      shell.interrupt();

      assertThat(line.get().commands()).containsExactly("true", "bash -c ': >ready; sleep 1000'");
      assertThat(line.get().output().text()).doesNotContain("+");
    }
    assertThat(output("echo \"$PS4|$-|${BASH_XTRACEFD-unset}\"")).matches("\\+ \\|[^x]*\\|unset\n");
    assertThat(commands("true next")).containsExactly("true next");
  }

  @Test
  void a_line_out_of_time_has_what_it_did() throws Exception {
    shell.close();
    shell = shell(Duration.ofSeconds(3));

    assertThat(commands("true a; sleep 1000")).containsExactly("true a", "sleep 1000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"exit 3", "exec sh -c 'exit 3'", "bash -c 'kill -9 $PPID'"})
  void a_line_that_ends_the_shell_is_told(String line) throws Exception {
    assertThat(commands("true first; " + line)).containsExactly("true first", line);
    assertThat(commands("true again")).containsExactly("true again");
  }

  @Test
  void a_syntax_error_has_its_message_as_ever_and_no_commands() throws Exception {
    var finished = shell.run("echo )");

    assertThat(finished.commands()).isEmpty();
    assertThat(finished.output().text())
        .isEqualTo("bash: syntax error near unexpected token `)'\n");
  }

  @Test
  void the_exit_code_passes_from_line_to_line() throws Exception {
    shell.run("(exit 42)");

    assertThat(output("echo $?; (exit 7)")).isEqualTo("42\n");
    assertThat(output("echo $?")).isEqualTo("7\n");
  }
}
