package dev.ropewalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What somebody reads who has never been here, up to the first step. */
@ExtendWith(EngineLock.class)
class FirstMinuteIT {
  private static final String OFFER = "Fetch now? [Enter/n]";
  private static final String NOWHERE = "ropewalk-no-such-image";

  @TempDir Path folder;
  private Home home;

  @BeforeEach
  void start() {
    home = new Home(folder);
    Docker.fetch("busybox");
    Docker.run("rmi", "hello-world");
  }

  @AfterEach
  void fetchAgain() {
    Docker.fetch("hello-world");
  }

  /** A course with one lesson, which uses an image. */
  private String course(String image) throws IOException {
    write("course.yaml", "title: Small things\nimages: [{image: hello-world, megabytes: 1}]\n");
    write(
        "lessons/10-small.md",
        "# Small\n\nAfter this lesson you can run one.\n\n## Run it\n\nGo.\n");
    write(
        "checks/10-small.yaml",
        """
        needs: {images: [busybox, %1$s]}
        steps:
          run-it:
            checks:
              - check: You ran it
                container: hello
                expect: {image: %1$s}
            solution: docker run --name hello %1$s
        """
            .formatted(image));
    return folder.resolve("course").toString();
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve("course").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void it_says_what_this_is_and_enter_fetches_what_the_lesson_uses() throws Exception {
    try (Learner learner =
        Learner.starts(home, 80, Map.of(), "learn", "--course", course("hello-world"))) {
      String shown = learner.terminal().await(OFFER);

      assertThat(shown)
          .containsSubsequence(
              "Welcome to “Small things”",
              ":quit",
              "This lesson uses an image (about 1 MB)",
              OFFER);
      learner.terminal().press("Enter");
      assertThat(learner.promptAt("small 1/1"))
          .containsPattern("hello-world +■{24} ")
          .containsSubsequence("After this lesson you can run one.", "Run it");
      assertThat(Docker.run("images", "-q", "hello-world")).isNotEmpty();
    }
  }

  @Test
  void what_no_registry_has_is_told_in_the_engines_words_and_no_goes_in_all_the_same()
      throws Exception {
    try (Learner learner =
        Learner.starts(home, 80, Map.of(), "learn", "--course", course(NOWHERE))) {
      learner.terminal().await(OFFER);

      learner.terminal().press("Enter");

      String told = learner.promptAt("small").replaceAll("\\s+", " ");
      assertThat(told)
          .contains("The image ropewalk-no-such-image could not be fetched: ")
          .containsPattern("could not be fetched: \\S.{10,} Where no registry")
          .contains("docker load -i FILE");
      learner.terminal().enter("").await(OFFER);
      assertThat(learner.enters("n", "small 1/1")).contains("Nothing is fetched now.");
    }
  }

  @Test
  void a_pipe_reads_the_same_in_plain_sentences() throws Exception {
    var builder =
        new ProcessBuilder(
            "bash",
            "-c",
            "printf '\\n:quit\\n' | ropewalk learn --course " + course("hello-world"));
    builder.environment().putAll(home.environment());
    String out =
        new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(out)
        .containsSubsequence("Welcome to \"Small things\"", "uses an image", OFFER)
        .containsPattern("hello-world +#{24} ")
        .contains("Run it", "You have left the course.")
        .doesNotContain("\033");
  }
}
