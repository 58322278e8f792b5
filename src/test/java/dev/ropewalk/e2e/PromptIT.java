package dev.ropewalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Keys at the prompt and at running commands, and what a shell must keep. */
@ExtendWith(EngineLock.class)
class PromptIT {
  private static final String FIRST = "images-and-containers 1/6";

  @TempDir Path folder;
  private Home home;
  private Learner learner;

  @BeforeEach
  void start() throws IOException {
    home = new Home(folder);
    learner = Learner.starts(home);
    learner.promptAt(FIRST);
  }

  @AfterEach
  void stop() {
    learner.close();
  }

  @Test
  void the_first_line_shows_its_output_and_nothing_else() throws Exception {
    String shown = learner.enters("echo hi", FIRST);

    assertThat(shown).isEqualTo(prompt("echo hi\nhi\n" + prompt("")));
  }

  @Test
  void control_c_throws_away_what_was_typed() throws Exception {
    learner.terminal().mark().type("rm -rf precious").await("precious");

    learner.terminal().press("C-c");

    assertThat(learner.promptAt(FIRST)).isEqualTo(prompt("rm -rf precious\n" + prompt("")));
  }

  @Test
  void control_c_ends_a_running_command_and_ropewalk_lives() throws Exception {
    learner.terminal().enter("echo started; sleep 100").await("\nstarted");
    learner.terminal().awaitRunning("sleep");

    learner.terminal().press("C-c");

    learner.promptAt(FIRST);
    assertThat(learner.enters("echo $?", FIRST)).contains("\n130\n");
  }

  @Test
  void control_d_leaves() throws Exception {
    learner.terminal().mark().press("C-d");

    assertThat(learner.left()).isZero();
  }

  @Test
  void exit_leaves_as_quit_does() throws Exception {
    learner.terminal().enter("exit 3");

    assertThat(learner.left()).isZero();
  }

  @Test
  void control_z_stops_a_command_and_fg_goes_on_with_it() throws Exception {
    learner.terminal().enter("echo started; cat").await("\nstarted");
    learner.terminal().awaitRunning("cat");

    learner.terminal().press("C-z");

    assertThat(learner.promptAt(FIRST)).contains("Stopped");
    learner.terminal().enter("fg").await("\ncat");
    learner.terminal().type("echoed").press("Enter").await("echoed\nechoed");
    learner.terminal().press("C-d");
    learner.promptAt(FIRST);
  }

  @Test
  void variables_folder_and_exit_code_are_kept() throws Exception {
    Files.createDirectory(home.desk().resolve("sub"));

    learner.enters("NAME=Ada; false", FIRST);

    assertThat(learner.enters("echo $?-$NAME", FIRST)).contains("\n1-Ada\n");
    learner.terminal().enter("cd sub").await(FIRST + " sub $");
    assertThat(learner.enters("cd ..", FIRST)).endsWith(prompt(""));
  }

  @Test
  void an_open_quote_asks_for_more() throws Exception {
    learner.terminal().enter("echo 'one").await("\n>");

    assertThat(learner.enters("two'", FIRST)).contains("\none\ntwo\n");
  }

  @Test
  void the_history_is_kept_from_session_to_session() throws Exception {
    learner.enters("echo remembered", FIRST);
    learner.terminal().enter(":quit");
    assertThat(learner.left()).isZero();
    learner.startsAgain().promptAt(FIRST);

    learner.terminal().mark().press("Up", "Up").await("$ echo remembered");
    learner.terminal().press("Enter");

    assertThat(learner.promptAt(FIRST)).contains("\nremembered\n");
  }

  @Test
  void a_new_width_is_followed() throws Exception {
    learner.terminal().resize(60, 40);
    learner.enters("stty size", FIRST);

    String narrow = learner.enters(":step", FIRST);

    assertThat(narrow.lines()).allMatch(line -> line.length() <= 60).contains("─".repeat(60));
    learner.terminal().resize(100, 40);
    assertThat(learner.enters(":step", FIRST).lines()).contains("─".repeat(100));
    assertThat(learner.enters("stty size", FIRST)).contains("\n40 100\n");
  }

  @Test
  void a_long_line_is_redrawn_at_each_width_while_it_is_edited() throws Exception {
    String words = "a".repeat(38) + " " + "b".repeat(38) + " " + "c".repeat(38);
    String line = prompt("echo " + words);
    learner.terminal().mark().type("echo " + words).await("ccc");

    for (int width : new int[] {60, 90, 70, 120}) {
      learner.terminal().resize(width, 40);

      String drawn = line.replaceAll(".{" + width + "}(?=.)", "$0\n");
      learner
          .terminal()
          .await(width + " columns", _ -> learner.terminal().everything().endsWith("\n" + drawn));
      assertThat(learner.terminal().everything()).containsOnlyOnce("$ echo");
    }
    learner.terminal().press("Enter").await("\n" + words);
  }

  @Test
  void earlier_prompts_stay_as_they_are_where_the_terminal_gets_narrow() throws Exception {
    learner.enters("true", FIRST);

    learner.terminal().resize(60, 40);

    String expected = "\n" + prompt("true") + "\n" + prompt("");
    learner
        .terminal()
        .await("two prompts", _ -> learner.terminal().everything().endsWith(expected));
  }

  @Test
  void what_is_printed_while_the_width_changes_is_whole() throws Exception {
    String before = learner.enters(":list", FIRST);

    for (int width : new int[] {60, 110, 75, 100, 60, 120}) {
      learner.terminal().type(":list").press("Enter").resize(width, 40);
    }
    learner.terminal().enter("echo end").await("\nend\n");

    assertThat(learner.enters(":list", FIRST)).isEqualTo(before);
    assertThat(learner.terminal().everything()).doesNotContain("Exception");
  }

  private static String prompt(String typed) {
    return (FIRST + " desk $ " + typed).stripTrailing();
  }
}
