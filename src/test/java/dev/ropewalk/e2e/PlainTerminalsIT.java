package dev.ropewalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.patience.Patience;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Terminals that can do little, and none at all. */
@ExtendWith(EngineLock.class)
class PlainTerminalsIT {
  private static final String FIRST = "images-and-containers 1/6";
  private static final String ESCAPE = "\u001b";

  @TempDir Path folder;
  private Home home;

  @BeforeEach
  void start() {
    home = new Home(folder);
  }

  @Test
  void a_dumb_terminal_gets_plain_letters() throws Exception {
    try (Learner learner = Learner.starts(home, 80, Map.of("TERM", "dumb"))) {
      String opened = learner.promptAt(FIRST);
      String done = learner.enters("docker pull redis", "images-and-containers 2/6");

      assertThat(opened).contains("Pull the image").matches("\\p{ASCII}*");
      assertThat(done).contains("ok You pulled the image redis").doesNotContain(ESCAPE, "[0m");
      learner.terminal().enter(":quit");
      assertThat(learner.left()).isZero();
    }
  }

  @Test
  void no_colour_means_none() throws Exception {
    try (Learner learner = Learner.starts(home, 80, Map.of("NO_COLOR", "1"))) {
      learner.promptAt(FIRST);

      assertThat(learner.terminal().coloured()).doesNotContainPattern(ESCAPE + "\\[[0-9;]*[1-9]m");
    }
  }

  @Test
  void colours_come_where_they_are_wanted() throws Exception {
    try (Learner learner = Learner.starts(home)) {
      learner.promptAt(FIRST);

      assertThat(learner.terminal().coloured()).containsPattern(ESCAPE + "\\[[0-9;]*[1-9]m");
    }
  }

  @Test
  void forty_columns_are_enough() throws Exception {
    try (Learner learner = Learner.starts(home, 40, Map.of())) {
      String shown =
          learner
              .terminal()
              .await("the prompt", text -> text.endsWith("\nimages-and-containers 1/6 $"));

      assertThat(shown.lines()).allMatch(line -> line.length() <= 40);
      assertThat(shown).contains("\nAn image is a package on disk: a\nprogram,");
    }
  }

  @Test
  void without_utf_8_there_are_plain_letters() throws Exception {
    var posix = Map.of("LANG", "C", "LC_ALL", "POSIX");
    try (Learner learner = Learner.starts(home, 80, posix)) {
      String opened = learner.promptAt(FIRST);
      String done = learner.enters("docker pull redis", "images-and-containers 2/6");

      assertThat(opened).matches("\\p{ASCII}*").doesNotContain("??");
      assertThat(done).contains("ok You pulled the image redis");
      learner.terminal().enter(":quit");
      learner.left();
      learner.terminal().enter("ropewalk list").await("namespaces");
      assertThat(learner.terminal().shown()).doesNotContain("??");
    }
  }

  @Test
  void lines_run_in_a_folder_that_the_locale_cannot_spell() throws Exception {
    try (Learner learner = Learner.logsIn(home, 120, Map.of("LANG", "C", "LC_ALL", "C"))) {
      learner.terminal().enter("mkdir $'k\\303\\244se-\\377'; cd k*; : >marked");
      learner.startsAgain("learn", Learner.USUAL);
      learner.terminal().await("the prompt", shown -> shown.endsWith(" $"));

      learner.terminal().enter("ls; : >made; cd ..; cd k*; ls -1; cd ..; echo left");
      learner.terminal().await("\nleft\n");
      String shown = learner.terminal().await("the prompt", text -> text.endsWith(" desk $"));

      assertThat(shown).contains("\nmarked\nmade\nmarked\nleft\n");
      learner.terminal().enter("ls; ls k*/made | wc -l").await("\n1\n");
      learner.terminal().enter(":quit");
      assertThat(learner.left()).isZero();
    }
  }

  @Test
  void control_c_on_a_dumb_terminal_throws_the_line_away() throws Exception {
    try (Learner learner = Learner.starts(home, 80, Map.of("TERM", "dumb"))) {
      learner.promptAt(FIRST);
      learner.terminal().mark().type("rm -rf precious").await("precious");

      learner.terminal().press("C-c");

      learner.promptAt(FIRST);
      assertThat(learner.enters("echo alive", FIRST)).contains("\nalive\n");
      learner.terminal().enter("echo started; sleep 100").await("\nstarted");
      learner.terminal().awaitRunning("sleep").press("C-c");
      learner.promptAt(FIRST);
      learner.terminal().mark().press("C-d");
      assertThat(learner.left()).isZero();
      assertThat(learner.terminal().shown()).contains("\nYou have left the course.");
    }
  }

  @Test
  void a_pipe_gets_text_and_no_escape_codes() throws Exception {
    Result result =
        run("printf 'docker pull redis\\n:quit\\n' | ropewalk learn images-and-containers");

    assertThat(result.out())
        .contains("$ docker pull redis", "You pulled the image redis", "2/6  List your images")
        .doesNotContain(ESCAPE);
    assertThat(result.err()).isEmpty();
    assertThat(result.code()).isZero();
  }

  @Test
  void the_end_of_a_pipe_leaves() throws Exception {
    assertThat(run("ropewalk learn </dev/null").code()).isZero();
    assertThat(run("printf 'echo hi\\nexit 3\\necho beyond\\n' | ropewalk learn"))
        .satisfies(result -> assertThat(result.code()).isZero())
        .satisfies(result -> assertThat(result.out()).contains("\nhi\n").doesNotContain("beyond"));
  }

  @Test
  void without_an_engine_it_says_what_to_do() throws Exception {
    Result result = run("DOCKER_HOST=unix://" + folder + "/nobody.sock ropewalk learn </dev/null");

    assertThat(result.code()).isEqualTo(4);
    assertThat(result.err()).startsWith("error: ").contains("nobody.sock");
    assertThat(result.err().lines().count()).isLessThanOrEqualTo(3);
    assertThat(result.err()).doesNotContain("\tat ");
  }

  @Test
  void a_broken_course_is_said_to_be_so_with_its_place() throws Exception {
    Path course = Files.createDirectories(folder.resolve("course"));
    Files.createDirectories(course.resolve("lessons"));
    Files.createDirectories(course.resolve("checks"));
    Files.writeString(
        course.resolve("lessons/10-only.md"), "# Only\n\nOne.\n\n## First\n\nDo it.\n");
    Files.writeString(
        course.resolve("checks/10-only.yaml"),
        """
        steps:
          first:
            checks:
              - check: It runs
                container: box
                expect: {stat: running}
            solution: docker run -d --name box redis
        """);

    Result result = run("ropewalk learn --course " + course + " only </dev/null");

    assertThat(result.code()).isEqualTo(3);
    assertThat(result.err()).startsWith("checks/10-only.yaml:6:18: error: ").contains("`state`");
  }

  /** What a command of the login shell printed, and its exit code. */
  private record Result(String out, String err, int code) {}

  private Result run(String line) throws IOException, InterruptedException {
    var builder = new ProcessBuilder("bash", "-c", line).directory(home.desk().toFile());
    builder.environment().clear();
    builder.environment().putAll(home.environment());
    Path err = folder.resolve("err");
    var process = builder.redirectError(err.toFile()).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(Patience.BUSY_MACHINE)).isTrue();
    return new Result(out, Files.readString(err), process.exitValue());
  }
}
