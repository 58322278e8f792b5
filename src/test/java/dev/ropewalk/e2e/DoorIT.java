package dev.ropewalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.journal.Entry;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A lesson opens only on an engine that has room for it, and makes none by force. */
@ExtendWith(EngineLock.class)
class DoorIT {
  private static final String KEPT = "redistest-kept";
  private static final int PORT = 12345;

  @TempDir Path folder;
  private Home home;
  private Learner learner;

  @BeforeEach
  void start() throws IOException {
    Docker.remove("redistest", "redistest2", KEPT);
    home = new Home(folder);
    learner = Learner.starts(home);
    learner.promptAt("images-and-containers 1/6");
  }

  @AfterEach
  void stop() {
    learner.close();
    Docker.remove("redistest", "redistest2", KEPT);
  }

  @Test
  void a_name_that_is_taken_keeps_the_door_shut_until_the_learner_has_renamed_it() {
    String id = Docker.run("run", "-d", "--name", "redistest", "redis");

    String shut = learner.enters(":goto detached-mode", "detached-mode");

    assertThat(shut)
        .contains("Before this lesson opens:", "The name redistest is taken")
        .contains("docker rename redistest redistest-kept");
    assertThat(opened("detached-mode")).isFalse();
    assertThat(Docker.run("inspect", "-f", "{{.Id}} {{.State.Status}}", "redistest"))
        .isEqualTo(id + " running");

    String open = learner.enters("docker rename redistest redistest-kept", "detached-mode 1/6");

    assertThat(open).contains("1/6  Run it in the background");
    assertThat(Docker.run("inspect", "-f", "{{.Id}} {{.State.Status}}", KEPT))
        .isEqualTo(id + " running");
  }

  @Test
  void an_empty_line_knocks_again() {
    Docker.run("run", "-d", "--name", "redistest", "redis");
    learner.enters(":goto detached-mode", "detached-mode");
    assertThat(learner.enters("", "detached-mode")).contains("Before this lesson opens:");

    Docker.remove("redistest");

    learner.enters("", "detached-mode 1/6");
  }

  @Test
  void a_port_that_is_taken_keeps_the_door_shut() throws Exception {
    try (ServerSocket taken = new ServerSocket(PORT)) {
      String shut = learner.enters(":goto port-binding", "port-binding");

      assertThat(shut).contains("Somebody already listens on port " + taken.getLocalPort());
      assertThat(opened("port-binding")).isFalse();
    }

    learner.enters("", "port-binding 1/5");
  }

  private boolean opened(String lesson) {
    return home.journal().stream()
        .anyMatch(
            line ->
                line.entry() instanceof Entry.LessonOpened && line.lesson().slug().equals(lesson));
  }
}
