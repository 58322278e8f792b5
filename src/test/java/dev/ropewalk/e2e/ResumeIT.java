package dev.ropewalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Ropewalk dies without a chance to say goodbye, and goes on where the learner was. */
@ExtendWith(EngineLock.class)
class ResumeIT {
  private static final int KILLED = 137;

  @TempDir Path folder;
  private Home home;
  private Learner learner;

  @BeforeEach
  void start() throws IOException {
    Docker.remove("redistest", "redistest2");
    Docker.run("pull", "--quiet", "redis");
    home = new Home(folder);
    learner = Learner.starts(home);
    learner.promptAt("images-and-containers 1/6");
    learner.enters(":goto start-and-stop", "start-and-stop 1/6");
    learner.enters("docker run -d --name redistest redis", "start-and-stop 2/6");
  }

  @AfterEach
  void stop() {
    learner.close();
    Docker.remove("redistest", "redistest2");
  }

  @Test
  void a_kill_at_the_prompt_keeps_the_step_and_what_the_learner_has_made() {
    kill();

    String shown = learner.startsAgain().promptAt("start-and-stop 2/6");

    assertThat(shown).contains("2/6  Stop it");
    assertThat(learner.enters(":check", "start-and-stop 2/6")).contains("✗ redistest has stopped");
    assertThat(learner.enters("docker stop redistest", "start-and-stop 3/6"))
        .contains("✓ redistest has stopped, and redis ended by itself");
  }

  @Test
  void a_kill_while_a_command_runs_keeps_the_step() {
    learner.terminal().enter("echo started; sleep 100").await("\nstarted");
    kill();

    learner.startsAgain().promptAt("start-and-stop 2/6");

    learner.enters("docker stop redistest", "start-and-stop 3/6");
  }

  @Test
  void what_a_line_has_done_before_the_kill_counts() {
    learner.terminal().enter("docker stop redistest; echo stopped; sleep 100").await("\nstopped");
    kill();

    assertThat(learner.startsAgain().promptAt("start-and-stop 3/6"))
        .contains("ropewalk was ended while a line of yours ran.")
        .contains("✓ redistest has stopped");
  }

  @Test
  void what_a_line_has_made_before_the_kill_is_the_lessons() {
    learner
        .terminal()
        .enter("docker run -d --name redistest2 redis; echo made; sleep 100")
        .await("\nmade");
    kill();
    learner.startsAgain();
    String found =
        learner.terminal().await("the question", shown -> shown.endsWith("Run them? (y/n)"));
    assertThat(found)
        .contains("ropewalk was ended while a line of yours ran.")
        .containsPattern("docker rm -f -v [0-9a-f]{12}   # redistest2\\n");
    learner.enters("n", "start-and-stop 2/6");

    learner.terminal().enter(":reset").await("- container redistest2 (redis, running)");
    learner.terminal().await("the question", shown -> shown.endsWith("Remove them? (y/n)"));
    learner.enters("y", "start-and-stop 1/6");

    assertThat(Docker.run("ps", "-aq", "-f", "name=^redistest2$")).isEmpty();
  }

  @Test
  void a_reset_after_a_kill_still_knows_what_the_lesson_made() {
    kill();
    learner.startsAgain().promptAt("start-and-stop 2/6");

    learner.terminal().enter(":reset").await("- container redistest (redis, running)");
    learner.terminal().await("the question", shown -> shown.endsWith("Remove them? (y/n)"));
    learner.enters("y", "start-and-stop 1/6");

    assertThat(Docker.run("ps", "-aq", "-f", "name=^redistest$")).isEmpty();
  }

  @Test
  void a_damaged_last_line_of_the_journal_is_lost_alone() throws Exception {
    kill();
    Files.writeString(
        home.journalFile(), "{\"entry\":\"step-done\",\"at\":\"20", StandardOpenOption.APPEND);

    learner.startsAgain().promptAt("start-and-stop 2/6");
    learner.enters("docker stop redistest", "start-and-stop 3/6");
    kill();

    learner.startsAgain().promptAt("start-and-stop 3/6");
  }

  private void kill() {
    learner.process().destroyForcibly();
    assertThat(learner.left()).isEqualTo(KILLED);
  }
}
