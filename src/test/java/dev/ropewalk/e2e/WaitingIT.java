package dev.ropewalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is waited for, at a step that may take longer than any test waits: a prompt that comes,
 * comes before that.
 */
@ExtendWith(EngineLock.class)
class WaitingIT {
  private static final String PLACE = "waits 2/2";
  private static final String WORD = "Waiting for: redistest has stopped. Ctrl-C ends the wait.";

  /** Redis goes on after it, which nobody can know beforehand. */
  private static final String SIGNAL = "docker kill -s HUP redistest";

  @TempDir Path folder;
  private Learner learner;

  @BeforeEach
  void start() throws IOException {
    Docker.remove("redistest");
    Docker.run("pull", "--quiet", "redis");
    Path course = folder.resolve("course");
    Files.createDirectories(course.resolve("lessons"));
    Files.createDirectories(course.resolve("checks"));
    Files.writeString(
        course.resolve("lessons/10-waits.md"),
        "# Waits\n\nWait.\n\n## Run it\n\nRun it.\n\n## End it\n\nEnd it.\n");
    Files.writeString(
        course.resolve("checks/10-waits.yaml"),
        """
        steps:
          run-it:
            checks:
              - check: redistest runs
                container: redistest
                expect: {state: running}
            solution: docker run -d --name redistest redis
            hints: [Run it.]
          end-it:
            checks:
              - check: redistest has stopped
                container: redistest
                expect: {state: exited}
                within: 10m
            solution: docker stop redistest
            hints: [Stop it.]
        """);
    learner =
        Learner.starts(
            new Home(folder), 120, Map.of("ROPEWALK_COURSE", course.toString()), "learn", "waits");
    learner.promptAt("waits 1/2");
    learner.enters("docker run -d --name redistest redis", PLACE);
  }

  @AfterEach
  void stop() {
    learner.close();
    Docker.remove("redistest");
  }

  @Test
  void what_cannot_matter_is_not_waited_for() {
    assertThat(learner.enters("docker exec redistest true", PLACE))
        .contains("✗ redistest has stopped");
  }

  @Test
  void a_wait_says_for_what_and_ends_by_control_c_and_what_is_typed_meanwhile_is_kept() {
    learner.terminal().enter(SIGNAL).await(WORD);
    learner.terminal().type("echo kept");
    learner.terminal().press("C-c");

    String shown =
        learner
            .terminal()
            .await("what was typed", all -> all.endsWith("\n" + PLACE + " desk $ echo kept"));
    assertThat(shown).contains("✗ redistest has stopped");

    learner.terminal().mark().press("Enter").await("\nkept");
    learner.promptAt(PLACE);
  }

  @Test
  void a_wait_ends_when_it_comes() {
    learner.terminal().enter(SIGNAL).await(WORD);

    Docker.run("stop", "redistest");

    learner.terminal().await("✓ redistest has stopped");
  }
}
