package dev.ropewalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A step that goes wrong in a lesson, and is practised. */
@ExtendWith(EngineLock.class)
final class PracticeIT {
  private static final String RUN = "docker run -d --name redistest redis\n";

  @TempDir private Path folder;
  private Home home;

  @BeforeEach
  void start() {
    Docker.remove("redistest", "redis-test");
    Docker.fetch("redis");
    home = new Home(folder);
  }

  @AfterEach
  void stop() {
    Docker.remove("redistest", "redis-test");
  }

  private String ropewalk(String input, String words) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", "ropewalk " + words);
    builder.directory(home.desk().toFile()).environment().putAll(home.environment());
    Process process = builder.redirectErrorStream(true).start();
    try (var out = process.getOutputStream()) {
      out.write(input.getBytes(StandardCharsets.UTF_8));
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said.replaceAll("\\s+", " "); // Sentences are wrapped.
  }

  @Test
  void a_step_that_went_wrong_is_practised_the_next_day_or_ahead_of_it() throws Exception {
    assertThat(ropewalk("", "practice")).contains("Nothing is in practice");

    ropewalk(
        "docker run -d --name redis-test redis\ndocker rm -f redis-test\n" + RUN + ":quit\n",
        "learn detached-mode");

    assertThat(ropewalk("", "list")).contains("1 step in practice; the next is due in a day.");
    assertThat(ropewalk("", "practice")).contains("in a day", "ropewalk practice --ahead");
    assertThat(Docker.containers()).isNotEmpty();
    String inTheWay = ropewalk(":quit\n", "practice --ahead");
    assertThat(inTheWay).contains("Before this lesson opens:", "leaves this drill out");

    Docker.remove("redistest");
    String drill = ropewalk(RUN, "practice --ahead");

    assertThat(drill)
        .contains("Drill 1 of 1: step 1 of \"Detached mode\"")
        .contains("This step comes again in ")
        .contains("What the drill has made is removed:", "That is it for now.");
    assertThat(Docker.run("ps", "-aq", "-f", "name=^redistest$")).isBlank();
    assertThat(ropewalk("", "list")).contains("detached-mode", "1/6", "1 step in practice");
  }

  @Test
  void the_steps_before_it_are_done_by_ropewalk() throws Exception {
    ropewalk(RUN + ":skip\n:quit\n", "learn detached-mode");
    Docker.remove("redistest");

    String drill = ropewalk(":solution\n:quit\n", "practice --ahead");

    assertThat(drill)
        .contains("step 2 of \"Detached mode\"", "Ropewalk does the steps before it.")
        .contains("$ docker run -d --name redistest redis", "One way to do it:")
        .contains("You have left the practice.");
    // What it has made is removed when practice goes on.
    assertThat(ropewalk(":next\n", "practice --ahead")).contains("Drill 1 of 1");
    assertThat(Docker.run("ps", "-aq", "-f", "name=^redistest$")).isBlank();
  }
}
