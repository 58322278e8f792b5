package dev.ropewalk.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.sandbox.WithoutEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shell under a REPL of JLine in a real terminal. */
@WithoutEngine
class LearnerShellTerminalIT {
  @TempDir Path folder;
  private Tmux tmux;

  @BeforeEach
  void start() throws IOException {
    tmux = TerminalLoop.in(folder);
    tmux.awaitEnd("0@@");
  }

  @AfterEach
  void stop() throws IOException {
    tmux.close();
  }

  @Test
  void a_line_and_nothing_of_ours_is_on_the_screen() throws Exception {
    tmux.type("echo hi").awaitEnd("hi\n0@@");

    assertThat(tmux.screen()).isEqualTo("0@@ echo hi\nhi\n0@@");
  }

  @Test
  void the_commands_of_a_line_are_known_and_not_on_the_screen() throws Exception {
    tmux.type("x=hi; for i in 1 2; do echo $x $i; done; echo started; sleep 100")
        .awaitText("\nstarted")
        .awaitRunning("sleep")
        .press("C-c")
        .awaitEnd("130@@");

    assertThat(tmux.screen()).contains("sleep 100\nhi 1\nhi 2\nstarted\n^C").doesNotContain("+");
    assertThat(folder.resolve("commands"))
        .hasContent("x=hi\necho hi 1\necho hi 2\necho started\nsleep 100");
    tmux.type("echo \"$PS4$-\"").awaitEnd("+ himBHs\n0@@");
  }

  @Test
  void control_c_ends_a_program_and_the_repl_lives() throws Exception {
    tmux.type("echo started; sleep 100")
        .awaitText("\nstarted")
        .awaitRunning("sleep")
        .press("C-c")
        .awaitEnd("130@@");

    tmux.type("echo alive").awaitEnd("alive\n0@@");
  }

  @Test
  void control_c_ends_a_loop_of_programs_and_one_of_builtins() throws Exception {
    tmux.type("while true; do echo round; sleep 1; done")
        .awaitText("\nround")
        .awaitRunning("sleep")
        .press("C-c")
        .awaitEnd("130@@");
    tmux.type("echo spin; while :; do :; done").awaitText("\nspin").press("C-c").awaitEnd("130@@");
  }

  @Test
  void control_backslash_quits_the_program_only() throws Exception {
    tmux.type("echo started; sleep 100")
        .awaitText("\nstarted")
        .awaitRunning("sleep")
        .press("C-\\")
        .awaitEnd("131@@");
    tmux.type("echo alive").awaitEnd("alive\n0@@");
  }

  @Test
  void a_pounded_control_c_loses_no_prompt() throws Exception {
    for (int round = 0; round < 5; round++) {
      tmux.type("echo started" + round + "; sleep 100")
          .awaitText("\nstarted" + round)
          .awaitRunning("sleep");
      tmux.press("C-c", "C-c", "C-c", "C-c", "C-c");
      tmux.type("echo round" + round).awaitText("\nround" + round);
    }
  }

  @Test
  void control_z_stops_and_fg_continues() throws Exception {
    tmux.type("echo started; cat")
        .awaitText("\nstarted")
        .awaitRunning("cat")
        .press("C-z")
        .awaitEnd("148@@");
    tmux.type("jobs").awaitText("Stopped                 cat\n0@@");
    tmux.type("fg").awaitEnd("fg\ncat");

    tmux.type("echoed").awaitEnd("echoed\nechoed").press("C-d").awaitEnd("0@@");
  }

  @Test
  void a_second_exit_leaves_stopped_jobs_behind() throws Exception {
    tmux.type("echo started; sleep 100")
        .awaitText("\nstarted")
        .awaitRunning("sleep")
        .press("C-z")
        .awaitEnd("148@@");
    tmux.type("exit").awaitText("There are stopped jobs.").awaitEnd("1@@");

    tmux.type("exit").awaitText("repl ended");
  }

  @Test
  void a_pager_takes_the_whole_screen_and_gives_it_back() throws Exception {
    Files.writeString(
        folder.resolve("long"),
        IntStream.range(0, 200).mapToObj(i -> "line " + i).collect(Collectors.joining("\n")));

    tmux.type("less long")
        .awaitText("line 22")
        .press("Space")
        .awaitText("line 45")
        .press("q")
        .awaitEnd("0@@");

    tmux.type("echo back").awaitEnd("back\n0@@");
  }

  @Test
  void an_editor_works() throws Exception {
    tmux.type("vi -u NONE note")
        .awaitText("~")
        .press("i", "written", "Escape")
        .type(":wq")
        .awaitEnd("0@@");

    assertThat(folder.resolve("note")).hasContent("written");
  }

  @Test
  void a_terminal_left_without_echo_or_raw_is_repaired() throws Exception {
    tmux.type("stty -echo raw").awaitEnd("0@@");

    tmux.type("stty -a | grep -ow -e '-*echo' -e '-*icanon' -e '-*opost'")
        .awaitEnd("icanon\necho\n0@@".replace("icanon\n", "opost\nicanon\n"));
  }

  @Test
  void a_new_size_is_known_to_the_next_line_and_to_a_running_program() throws Exception {
    tmux.resize(100, 30);
    tmux.type("stty size; tput cols; echo $COLUMNS").awaitEnd("30 100\n100\n100\n0@@");
    tmux.type("while :; do stty size; sleep 0.1; done").awaitText("30 100\n30 100");
    tmux.resize(90, 20);

    tmux.awaitText("20 90").press("C-c").awaitEnd("130@@");
  }

  @Test
  void a_line_may_ask_and_the_answer_is_kept() throws Exception {
    tmux.type("read -p 'name? ' name").awaitEnd("\nname?").type("Ada").awaitEnd("0@@");

    tmux.type("echo \"[$name]\"").awaitEnd("[Ada]\n0@@");
  }

  @Test
  void exit_ends_the_shell_and_the_terminal_belongs_to_us_again() throws Exception {
    tmux.type("exit 3").awaitText("ended with 3\nrepl ended");
  }

  @Test
  void an_inner_shell_has_job_control_of_its_own() throws Exception {
    tmux.type("PS1='inner> ' bash --norc").awaitEnd("\ninner>");
    tmux.type("echo started; sleep 100")
        .awaitText("\nstarted")
        .awaitRunning("sleep")
        .press("C-z")
        .awaitEnd("\ninner>");
    tmux.type("fg")
        .awaitEnd("fg\nsleep 100")
        .awaitRunning("sleep")
        .press("C-c")
        .awaitEnd("\ninner>");
    tmux.type("exit 0").awaitEnd("0@@");
  }

  @Test
  void a_background_job_tells_of_its_end_before_the_next_prompt() throws Exception {
    tmux.type("sleep 100 &").awaitEnd("0@@");
    tmux.type("kill %1; wait %1 2>/dev/null").awaitEnd("143@@");

    assertThat(tmux.screen()).contains("[1] ");
  }
}
