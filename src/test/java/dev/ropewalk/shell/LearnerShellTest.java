package dev.ropewalk.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shell where nobody looks: no terminal, output captured. */
@Timeout(300)
class LearnerShellTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  @TempDir Path folder;
  private LearnerShell shell;

  @BeforeEach
  void start() throws IOException {
    folder = folder.toRealPath();
    shell = shell(new Limits(Duration.ofSeconds(60), 100_000));
  }

  @AfterEach
  void close() {
    shell.close();
  }

  private LearnerShell shell(Limits limits) {
    return LearnerShell.of(ShellSetting.captured(folder, limits), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private String output(String line) throws InterruptedException {
    return shell.run(line).output().text();
  }

  @Test
  void a_line_tells_all_about_itself() throws Exception {
    var finished = shell.run("echo hi; echo there >&2; false");

    assertThat(finished)
        .isEqualTo(
            new Finished(
                "echo hi; echo there >&2; false",
                1,
                folder,
                NOW,
                NOW,
                Finished.Ending.COMPLETED,
                new Output("hi\nthere\n", 0),
                List.of("echo hi", "echo there", "false")));
  }

  @Test
  void the_directory_carries_over_and_cd_minus_goes_back() throws Exception {
    Files.createDirectory(folder.resolve("a b"));

    assertThat(shell.run("cd 'a b'").directory()).isEqualTo(folder.resolve("a b"));
    assertThat(output("pwd")).isEqualTo(folder + "/a b\n");
    assertThat(output("cd -")).isEqualTo(folder + "\n");
    assertThat(shell.directory()).isEqualTo(folder);
  }

  @Test
  void a_deleted_directory_breaks_nothing() throws Exception {
    shell.run("mkdir gone; cd gone; rmdir ../gone");

    assertThat(output("echo still here")).contains("still here");
    assertThat(shell.run("exit").directory()).isEqualTo(folder.resolve("gone"));
    assertThat(output("pwd")).isEqualTo(folder + "\n");
  }

  @Test
  void variables_functions_aliases_and_exports_carry_over() throws Exception {
    shell.run("CID=$(echo 4f2a); export PORT=12345; declare -A map=([k]=v)");
    shell.run("greet() { echo \"hello $1\"; }");
    shell.run("alias again='echo once more'");

    assertThat(output("echo $CID ${map[k]}; bash -c 'echo $PORT'; greet you; again"))
        .isEqualTo("4f2a v\n12345\nhello you\nonce more\n");
  }

  @Test
  void the_exit_code_is_there_for_the_next_line() throws Exception {
    shell.run("(exit 42)");

    assertThat(output("echo $?; echo $?")).isEqualTo("42\n0\n");
  }

  @Test
  void here_documents_and_lines_of_many_lines_work() throws Exception {
    assertThat(
            output(
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
    assertThat(output("printf '%s|' '" + text.replace("'", "'\\''") + "'")).isEqualTo(text + "|");
  }

  @Test
  void a_line_that_begins_with_a_dash_is_a_command_and_no_option_of_ours() throws Exception {
    assertThat(shell.run("-x"))
        .satisfies(f -> assertThat(f.exitCode()).isEqualTo(127))
        .satisfies(f -> assertThat(f.output().text()).contains("-x: command not found"));
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
  void a_nul_is_dropped_and_one_in_the_output_is_kept() throws Exception {
    assertThat(output("echo a\0b; printf 'c\\0d'")).isEqualTo("ab\nc\0d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"echo 'open", "if true", "echo )", "for"})
  void a_syntax_error_has_a_message_and_a_code_and_ends(String line) throws Exception {
    var finished = shell.run(line);

    assertThat(finished.exitCode()).isIn(1, 2);
    assertThat(finished.output().text())
        .containsAnyOf("syntax error", "unexpected EOF")
        .doesNotContain("ropewalk");
    assertThat(output("echo next")).isEqualTo("next\n");
  }

  @Test
  void an_unset_variable_ends_the_line_only() throws Exception {
    shell.run("set -u; keep=1");

    assertThat(shell.run("echo $nothing; echo no").output().text())
        .contains("unbound variable")
        .doesNotContain("no\n");
    assertThat(output("echo $keep")).isEqualTo("1\n");
  }

  @Test
  void exit_is_reported_and_the_next_line_has_a_new_shell_in_the_same_place() throws Exception {
    shell.run("mkdir here; cd here; x=1");

    var finished = shell.run("echo bye; exit 3");

    assertThat(finished.ending()).isEqualTo(Finished.Ending.SHELL_ENDED);
    assertThat(finished.exitCode()).isEqualTo(3);
    assertThat(finished.output().text()).startsWith("bye\n");
    assertThat(output("echo \"[$x]\"; pwd")).isEqualTo("[]\n" + folder + "/here\n");
  }

  @Test
  void a_killed_shell_is_replaced() throws Exception {
    var finished = shell.run("kill -9 $$");

    assertThat(finished.ending()).isEqualTo(Finished.Ending.SHELL_ENDED);
    assertThat(finished.exitCode()).isEqualTo(137);
    assertThat(output("echo alive")).isEqualTo("alive\n");
  }

  @Test
  void exec_ends_the_shell_with_the_programs_code_and_output() throws Exception {
    var finished = shell.run("exec sh -c 'echo last; exit 9'");

    assertThat(finished.ending()).isEqualTo(Finished.Ending.SHELL_ENDED);
    assertThat(finished.exitCode()).isEqualTo(9);
    assertThat(finished.output().text()).isEqualTo("last\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sleep 1000",
        "while true; do sleep 1000; done",
        "while :; do :; done",
        "trap '' TERM; bash -c 'trap \"\" TERM INT; while :; do sleep 1000; done'",
        "sleep 1000 | cat"
      })
  void a_line_out_of_time_is_ended_with_all_that_it_started(String line) throws Exception {
    shell.close();
    shell = shell(new Limits(Duration.ofSeconds(3), 1000));
    shell.run("sleep 998 & keep=$!");

    var finished = shell.run("echo before; " + line);

    assertThat(finished.ending()).isEqualTo(Finished.Ending.TIMED_OUT);
    assertThat(finished.exitCode()).isEqualTo(124);
    assertThat(finished.output().text()).startsWith("before\n");
    assertThat(output("kill -0 $keep && echo spared; kill $keep")).contains("spared");
  }

  @Test
  void output_past_the_limit_is_counted_and_dropped() throws Exception {
    shell.close();
    shell = shell(new Limits(Duration.ofSeconds(60), 10));

    var finished = shell.run("head -c 1000000 /dev/zero | tr '\\0' x");

    assertThat(finished.output()).isEqualTo(new Output("x".repeat(10), 999_990));
    assertThat(output("echo next")).isEqualTo("next\n");
  }

  @Test
  void a_background_job_outlives_its_line_and_can_be_waited_for() throws Exception {
    shell.run("mkfifo gate; (read x <gate; exit 5) & job=$!");
    assertThat(output("jobs")).contains("Running");
    shell.run("echo go >gate");

    assertThat(shell.run("wait $job").exitCode()).isEqualTo(5);
  }

  @Test
  void jobs_can_be_stopped_and_continued_by_number() throws Exception {
    shell.run("sleep 1000 &");
    shell.run("kill -STOP %1; until jobs | grep -q Stopped; do :; done");

    assertThat(output("bg; jobs; kill %1")).contains("Running");
  }

  @Test
  void a_line_reads_the_end_of_file() throws Exception {
    assertThat(output("read x; echo $?; cat; wc -c")).isEqualToIgnoringWhitespace("1 0");
  }

  @Test
  void programs_inherit_none_of_our_descriptors() throws Exception {
    assertThat(output("for fd in 61 62; do { true >&$fd; } 2>/dev/null || echo closed; done"))
        .isEqualTo("closed\nclosed\n");
  }

  @Test
  void a_line_may_replace_the_prompt_and_its_hook() throws Exception {
    assertThat(shell.run("PROMPT_COMMAND='echo hook' PS1='mine> '; (exit 4)").exitCode())
        .isEqualTo(4);
    assertThat(output("echo $?")).isEqualTo("4\n");
  }

  @Test
  void aliases_and_functions_named_as_builtins_do_not_disturb_the_report() throws Exception {
    shell.run("alias printf=false return=false; printf() { false; }; unset -f __ropewalk");

    assertThat(shell.run("(exit 6)").exitCode()).isEqualTo(6);
  }

  @Test
  void tracing_shows_the_line_and_little_of_ours() throws Exception {
    shell.run("set -x");

    assertThat(output("echo hi")).contains("+ echo hi\nhi\n").doesNotContain("local", "printf");
  }

  @Test
  void redirected_streams_carry_over_and_do_not_swallow_reports() throws Exception {
    shell.run("exec >log 2>&1");
    shell.run("echo hidden");

    assertThat(shell.run("exec >&-; true").exitCode()).isZero();
    assertThat(folder.resolve("log")).hasContent("hidden");
  }

  @Test
  void interrupting_is_ctrl_c() throws Exception {
    try (var pool = Executors.newSingleThreadExecutor()) {
      var line =
          pool.submit(
              () -> shell.run("while true; do bash -c ': >ready; exec sleep 1000'; done; echo no"));
      while (!Files.exists(folder.resolve("ready"))) {
        Thread.onSpinWait();
      }

      shell.interrupt();

      assertThat(line.get().exitCode()).isEqualTo(130);
      assertThat(line.get().ending()).isEqualTo(Finished.Ending.COMPLETED);
      assertThat(line.get().output().text()).doesNotContain("no");
    }
  }

  @Test
  void startup_files_are_read_silently_and_their_hooks_put_aside() throws Exception {
    Files.writeString(
        folder.resolve(".bashrc"),
        "echo welcome; alias hi='echo hi from rc'; PROMPT_COMMAND='echo hook'; PS1='rc> '; nonsense; HISTFILE=~/h");
    shell.close();
    shell = withHome();

    assertThat(output("hi; echo \"[${HISTFILE-}]\"")).isEqualTo("hi from rc\n[]\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"exit 1", "exec sh", "kill -9 $$"})
  void startup_files_that_end_bash_are_left_out(String rc) throws Exception {
    Files.writeString(folder.resolve(".bashrc"), rc);
    shell.close();
    shell = withHome();

    assertThat(output("echo hi")).isEqualTo("hi\n");
  }

  private LearnerShell withHome() {
    var setting =
        new ShellSetting(
            folder,
            Map.of("HOME", folder.toString()),
            StartupFiles.READ,
            new Screen.Captured(new Limits(Duration.ofSeconds(60), 10_000)));
    return LearnerShell.of(setting, Clock.systemUTC());
  }

  @Test
  void the_learners_history_file_is_left_alone() throws Exception {
    var history = Files.writeString(folder.resolve(".bash_history"), "old\n".repeat(3000));
    shell.close();
    shell = withHome();

    shell.run("echo new");
    shell.run("exit");
    shell.run("echo newer");
    shell.close();

    assertThat(history).hasContent("old\n".repeat(3000));
  }

  @Test
  void closing_hangs_up_the_background_jobs() throws Exception {
    shell.run("sleep 1000 & echo $! >pid");
    long job = Long.parseLong(Files.readString(folder.resolve("pid")).strip());
    var process = ProcessHandle.of(job).orElseThrow();

    shell.close();

    process.onExit().get();
    assertThatThrownBy(() -> shell.run("echo hi")).hasMessage("the shell is closed");
  }
}
