package dev.ropewalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever ends ropewalk, whoever started it has a terminal that works, and nothing is left. */
@ExtendWith(EngineLock.class)
class LauncherIT {
  private static final String PROMPT = "images-and-containers 1/6";

  @TempDir Path folder;
  private Home home;
  private Learner learner;
  private String before;

  @BeforeEach
  void start() throws IOException {
    home = new Home(folder);
    learner = Learner.starts(home, "--version");
    learner.left();
    before = setting();
    learner.startsAgain("learn", Learner.USUAL);
    learner.promptAt(PROMPT);
  }

  @AfterEach
  void stop() {
    learner.close();
  }

  @ParameterizedTest
  @CsvSource({"KILL, 137", "TERM, 143", "HUP, 129"})
  void a_signal_at_the_prompt(String signal, int code) throws Exception {
    learner.enters("echo a shell is there", PROMPT);
    kill(signal, learner.process());

    assertThat(learner.left()).isEqualTo(code);
    assertThatTheTerminalWorks();
  }

  @ParameterizedTest
  @CsvSource({"KILL, 137", "TERM, 143", "HUP, 129"})
  void a_signal_while_a_line_runs(String signal, int code) throws Exception {
    learner.terminal().enter("echo started; sleep 1000").await("\nstarted");
    kill(signal, learner.process());

    assertThat(learner.left()).isEqualTo(code);
    assertThatTheTerminalWorks();
  }

  /** It was meant for the course, and half of it may have been read already. */
  @Test
  void what_was_typed_before_a_kill_is_not_run_outside() throws Exception {
    kill("STOP", learner.process());
    learner.terminal().enter("touch '" + folder.resolve("leaked") + "'");
    learner.terminal().enter("no-such-command");
    kill("KILL", learner.process());

    assertThat(learner.left()).isEqualTo(137);
    assertThatTheTerminalWorks();
    assertThat(folder.resolve("leaked")).doesNotExist();
  }

  /** A line that does not listen dies all the same, before somebody else has the terminal. */
  @Test
  void a_kill_while_a_line_runs_that_is_deaf() throws Exception {
    learner.terminal().enter("trap '' HUP; stty raw; echo started; sleep 1000").await("started");
    kill("KILL", learner.process());

    assertThat(learner.left()).isEqualTo(137);
    assertThat(setting()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "HUP"})
  void a_signal_to_the_launcher_alone_is_handed_on(String signal) throws Exception {
    kill(signal, learner.launcher());

    assertThat(learner.left()).isEqualTo(signal.equals("TERM") ? 143 : 129);
    assertThatTheTerminalWorks();
  }

  /** Nobody is there to put the terminal back, and whoever started ropewalk has it already. */
  @ParameterizedTest
  @ValueSource(strings = {"", "sleep 1000"})
  void a_kill_of_the_launcher_alone_ends_ropewalk(String line) throws Exception {
    ProcessHandle ropewalk = learner.process();
    learner.terminal().enter("echo started; " + line).await("\nstarted");
    List<ProcessHandle> shells = ropewalk.descendants().toList();
    assertThat(shells).isNotEmpty();

    kill("KILL", learner.launcher());

    assertThat(learner.left()).isEqualTo(137);
    ropewalk.onExit().get(1, TimeUnit.MINUTES);
    for (ProcessHandle shell : shells) {
      shell.onExit().get(1, TimeUnit.MINUTES);
    }
    assertThatTheTerminalWorks();
    learner.startsAgain("learn", Learner.USUAL);
    assertThat(learner.promptAt(PROMPT)).doesNotContain("error");
    assertThat(home.journal().toString()).contains("echo started");
  }

  /** As Ctrl-Z does it where the terminal makes a signal of that. */
  @Test
  void a_stopped_ropewalk_goes_on_in_the_foreground() throws Exception {
    var group = Long.toString(learner.launcher().pid());
    learner.terminal().mark();
    var stop = new ProcessBuilder("kill", "-s", "TSTP", "--", "-" + group).start();
    assertThat(stop.waitFor()).isZero();
    assertThat(learner.left()).isEqualTo(148);

    learner.terminal().enter("fg");

    learner.enters("echo here we are", PROMPT);
    learner.terminal().enter(":quit");
    assertThat(learner.left()).isZero();
  }

  @Test
  void the_exit_code_passes_through() {
    learner.terminal().enter(":quit");
    assertThat(learner.left()).isZero();

    assertThat(learner.startsAgain("learn", "no-such-lesson").left()).isEqualTo(2);
  }

  private void assertThatTheTerminalWorks() {
    assertThat(setting()).isEqualTo(before);
    assertThat(learner.terminal().process().children()).as("what is left").isEmpty();
  }

  private static void kill(String signal, ProcessHandle process) throws Exception {
    var kill = new ProcessBuilder("kill", "-s", signal, Long.toString(process.pid())).start();
    assertThat(kill.waitFor()).isZero();
  }

  /** How the terminal is set, asked by who typed at it. */
  private String setting() {
    learner.terminal().enter("stty -g");
    learner.left();
    return learner.terminal().shown().lines().skip(1).findFirst().orElseThrow();
  }
}
