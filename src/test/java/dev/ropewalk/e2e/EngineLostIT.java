package dev.ropewalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The engine goes away in the middle of a lesson, and comes back. */
@ExtendWith(EngineLock.class)
class EngineLostIT {
  private static final String LOST = "The engine does not answer:";
  private static final String BACK = "The engine is back. Go on where you were.";
  private static final String PLACE = "start-and-stop 2/6";

  @TempDir Path folder;
  private EngineProxy engine;
  private Learner learner;

  @BeforeEach
  void start() throws IOException {
    Docker.remove("redistest");
    engine = new EngineProxy(folder.resolve("engine.sock"));
    learner = Learner.starts(new Home(folder), 120, Map.of("DOCKER_HOST", engine.address()));
    learner.promptAt("images-and-containers 1/6");
    learner.enters(":goto start-and-stop", "start-and-stop 1/6");
    learner.enters("docker run -d --name redistest redis", PLACE);
  }

  @AfterEach
  void stop() {
    learner.close();
    engine.close();
    Docker.remove("redistest");
  }

  @Test
  void at_the_prompt_it_is_said_once_and_the_step_is_kept() {
    learner.terminal().mark();

    engine.goAway();
    learner.terminal().await(LOST);
    assertThat(learner.enters("docker ps", PLACE)).doesNotContain(LOST);
    assertThat(learner.enters(":check", PLACE)).contains(LOST).doesNotContain("✗", "✓");
    learner.terminal().mark();
    engine.comeBack();
    learner.terminal().await(BACK);

    assertThat(learner.enters("docker stop redistest", "start-and-stop 3/6"))
        .contains("✓ redistest has stopped, and redis ended by itself")
        .doesNotContain(BACK);
    assertThat(count(LOST)).as("once by itself, once on `:check`").isEqualTo(2);
    assertThat(count(BACK)).isEqualTo(1);
  }

  @Test
  void what_is_being_typed_stays_on_the_line() {
    learner.terminal().mark().type("docker stop redis").await("docker stop redis");

    engine.goAway();
    learner.terminal().await(LOST);
    engine.comeBack();
    learner.terminal().await(BACK);
    learner.terminal().await("the line", shown -> shown.endsWith("$ docker stop redis"));
    learner.terminal().type("test").press("Enter");

    learner.promptAt("start-and-stop 3/6");
  }

  @Test
  void while_a_command_runs_it_is_not_disturbed() {
    learner.terminal().enter("echo started; read -p 'ready? ' answer").await("\nready?");

    engine.goAway();
    learner.terminal().await(LOST);
    engine.comeBack();
    learner.terminal().await(BACK);
    learner.terminal().type("yes").press("Enter");
    learner.promptAt(PLACE);

    assertThat(learner.enters("echo $answer", PLACE)).contains("\nyes\n");
  }

  @Test
  void what_happened_meanwhile_counts() {
    learner.terminal().mark();
    engine.goAway();
    learner.terminal().await(LOST);

    Docker.run("stop", "redistest");
    engine.comeBack();

    assertThat(learner.promptAt("start-and-stop 3/6"))
        .contains("✓ redistest has stopped, and redis ended by itself");
  }

  @Test
  void an_engine_that_hangs_is_noticed_and_waited_for() {
    learner.terminal().mark();

    engine.hang();
    learner.terminal().await(LOST);
    learner.enters("echo alive", PLACE);
    learner.terminal().mark();
    engine.comeBack();
    learner.terminal().await(BACK);

    learner.enters("docker stop redistest", "start-and-stop 3/6");
  }

  @Test
  void a_start_without_an_engine_that_answers_ends_with_words() throws Exception {
    learner.terminal().enter(":quit");
    learner.left();
    engine.hang();

    learner.startsAgain();

    assertThat(learner.left()).isEqualTo(4);
    assertThat(learner.terminal().shown()).contains("\nerror: ");
  }

  private int count(String words) {
    return learner.terminal().everything().split(words, -1).length - 1;
  }
}
