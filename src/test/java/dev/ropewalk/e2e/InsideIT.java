package dev.ropewalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.journal.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A look into a container, on a real engine. */
@ExtendWith(EngineLock.class)
final class InsideIT {
  private static final String FIRST = "images-and-containers 1/6";
  private static final String BOX = "look-into-me-" + ProcessHandle.current().pid();

  @TempDir private Path folder;
  private Home home;

  @BeforeEach
  void start() {
    Docker.run(
        "run",
        "-d",
        "--name",
        BOX,
        "--memory",
        "64m",
        "--pids-limit",
        "77",
        "--uts",
        "host",
        "--cap-drop",
        "NET_RAW",
        "redis");
    home = new Home(folder);
  }

  @AfterEach
  void stop() {
    Docker.remove(BOX);
  }

  private static void shows(String seen) {
    assertThat(seen)
        .containsPattern(BOX + " +inside +on its host +redis")
        .containsPattern("namespace pid +\\d+ +\\d+ +not the host's")
        .containsPattern("namespace uts +(\\d+) +\\1 +the host's")
        .containsPattern("memory +64m +[\\d.]+g")
        .containsPattern("pids +77 +\\d+")
        .containsPattern("capabilities +13 +\\d\\d")
        .containsPattern("process +pid 1 +pid \\d+ +\\S+ +redis-server")
        .contains("It can: CHOWN")
        .doesNotContain("NET_RAW", "?");
  }

  @Test
  void it_shows_what_the_kernel_tells_and_counts_for_nothing() throws Exception {
    try (Learner learner = Learner.starts(home)) {
      learner.promptAt(FIRST);

      shows(learner.enters(":inside " + BOX, FIRST));
      shows(ropewalk(0, "inside", BOX));
      assertThat(learner.enters(":inside " + BOX.substring(1), FIRST))
          .contains("There is no container %s.".formatted(BOX.substring(1)));
      learner.terminal().enter(":quit");
      assertThat(learner.left()).isZero();
    }

    assertThat(home.journal())
        .noneMatch(line -> line.entry() instanceof Entry.Ran)
        .noneMatch(line -> line.entry() instanceof Entry.Happened);
  }

  @Test
  void without_a_course_the_engine_itself_is_asked() throws Exception {
    shows(ropewalk(0, "inside", BOX));
    shows(ropewalk(0, "inside"));
    Docker.run("stop", "-t", "0", BOX);
    assertThat(ropewalk(1, "inside", BOX)).contains("`docker start " + BOX + "`");
  }

  private String ropewalk(int code, String... words) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of("ropewalk"));
    line.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", String.join(" ", line));
    builder.environment().putAll(home.environment());
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isEqualTo(code);
    return said;
  }
}
