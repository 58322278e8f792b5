package dev.ropewalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** At a prompt, a done step waits for the learner, and what they try meanwhile spoils nothing. */
@ExtendWith(EngineLock.class)
class PaceIT {
  private static final String LESSON = "images-and-containers";
  private static final String DONE = LESSON + " 1/6 ✓";

  @TempDir Path folder;
  private Learner learner;

  @BeforeEach
  void start() throws Exception {
    Docker.fetch("redis");
    Docker.remove("tried");
    learner = Learner.starts(new Home(folder), 80, Map.of("ROPEWALK_PAUSE", "yes"));
    learner.promptAt(LESSON + " 1/6");
  }

  @AfterEach
  void stop() {
    learner.close();
    Docker.remove("tried");
  }

  @Test
  void a_done_step_waits_and_what_was_tried_is_put_back_before_the_next_one_opens() {
    String done = learner.enters("docker pull redis", DONE);
    assertThat(done)
        .contains("You pulled the image redis", "Enter goes on to step 2 of 6")
        .doesNotContain("List your images");

    learner.enters("docker create --name tried redis", DONE);
    learner.terminal().enter("").await("Run them? (y/n)");
    String next = learner.enters("y", LESSON + " 2/6");

    assertThat(next).contains("2/6  List your images");
    assertThat(Docker.containers()).noneMatch(id -> Docker.run("inspect", "tried").contains(id));
  }

  @Test
  void a_miss_shows_the_keys_and_undo_takes_it_back() {
    learner.enters("docker pull redis", DONE);
    learner.enters("", LESSON + " 2/6");

    learner.enters("docker create --name tried redis", LESSON + " 2/6");
    assertThat(learner.enters(":check", LESSON + " 2/6"))
        .contains(":hint 1 of ", "  :why  :step  :undo  :skip  :retry");
    learner.enters("docker start tried", LESSON + " 2/6");
    learner.terminal().enter(":undo").await("Run them? (y/n)");
    learner.enters("y", LESSON + " 2/6");

    assertThat(Docker.run("inspect", "-f", "{{.State.Status}}", "tried")).isEqualTo("exited");
  }
}
