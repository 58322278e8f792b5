package dev.ropewalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.ropewalk.sandbox.InPrivateEngines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real engine is killed in the middle of a lesson and started again. Needs root. */
@InPrivateEngines
class EngineRestartIT {
  private static final String PLACE = "detached-mode 2/6";

  @TempDir Path folder;
  private PrivateEngine engine;
  private Learner learner;

  @BeforeEach
  void start() throws IOException {
    assumeThat(System.getProperty("user.name")).isEqualTo("root");
    assumeThat(Path.of("/usr/sbin/dockerd")).isExecutable();
    engine = PrivateEngine.with("redis", folder);
    learner = Learner.starts(new Home(folder), 120, Map.of("DOCKER_HOST", engine.address()));
    learner.promptAt("images-and-containers 1/6");
    learner.enters(":goto detached-mode", "detached-mode 1/6");
    learner.enters("docker run -d --name redistest redis", PLACE);
  }

  @AfterEach
  void stop() throws IOException {
    if (learner != null) {
      learner.close();
    }
    if (engine != null) {
      engine.close();
    }
  }

  @Test
  void a_restart_between_two_days_is_noticed_and_the_stage_is_set_again() throws IOException {
    learner.enters(":answer $(docker ps -q -f name=redistest)", "detached-mode 3/6");
    learner.terminal().enter(":quit");
    learner.left();
    engine.kill();
    engine.start();
    engine.awaitAnswer();

    learner.startsAgain();
    String shown =
        learner.terminal().await("the question", text -> text.endsWith("Run them? (y/n)"));
    assertThat(shown)
        .contains("Something has changed while nobody looked: redistest was running and is exited")
        .containsPattern("docker start [0-9a-f]{12}   # redistest\\n");

    learner.enters("y", "detached-mode 3/6");
    assertThat(learner.enters("docker stop $(docker ps -q)", "detached-mode 4/6"))
        .contains("✓ redistest has stopped");
  }

  @Test
  void the_lesson_goes_on_with_what_it_had_made() {
    learner.terminal().mark();
    engine.kill();
    learner.terminal().await("The engine does not answer:");

    engine.start();
    learner.terminal().await("The engine is back.");
    learner.terminal().await("redistest was running and is exited");

    assertThat(learner.enters("docker start redistest", PLACE)).contains("✗ What is the short id");
    assertThat(learner.enters(":answer $(docker ps -q -f name=redistest)", "detached-mode 3/6"))
        .contains("✓ What is the short id of redistest?");
    assertThat(learner.enters("docker stop $(docker ps -q)", "detached-mode 4/6"))
        .contains("✓ redistest has stopped");
  }

  @Test
  void a_retry_and_a_skip_set_the_stage_first() {
    learner.enters(":answer $(docker ps -q -f name=redistest)", "detached-mode 3/6");

    restart();
    assertThat(asks(":retry"))
        .contains("To bring the engine back to the beginning of this step, ropewalk runs:")
        .containsPattern("docker start [0-9a-f]{12}   # redistest\\n");
    assertThat(learner.enters("y", "detached-mode 3/6")).contains("3/6  Stop it by its short id");

    restart();
    assertThat(asks(":skip"))
        .contains("To do this step, ropewalk runs:")
        .containsPattern("docker start [0-9a-f]{12}   # redistest\\n")
        .contains("docker stop $(docker ps -q -f name=^redistest$)");
    assertThat(learner.enters("y", "detached-mode 4/6"))
        .contains("✓ redistest has stopped")
        .doesNotContain("is done already");
  }

  /** As a service is restarted: the engine tells of each stop, as if somebody had asked for it. */
  @Test
  void what_the_engine_stops_when_it_is_shut_down_is_not_the_learners() {
    learner.enters(":answer $(docker ps -q -f name=redistest)", "detached-mode 3/6");
    learner.terminal().mark();

    engine.shutDown();
    engine.start();
    learner.terminal().await("The engine is back.");
    learner.terminal().await("redistest was running and is exited");

    assertThat(learner.enters(":why", "detached-mode 3/6"))
        .contains("✗ redistest has stopped", "was not run");
  }

  private void restart() {
    learner.terminal().mark();
    engine.kill();
    learner.terminal().await("The engine does not answer:");
    engine.start();
    learner.terminal().await("redistest was running and is exited");
  }

  private String asks(String word) {
    learner.terminal().enter(word);
    return learner.terminal().await("the question", text -> text.endsWith("Run them? (y/n)"));
  }
}
