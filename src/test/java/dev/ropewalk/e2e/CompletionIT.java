package dev.ropewalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the Tab key adds to a line. */
class CompletionIT {
  private static final String FIRST = "images-and-containers 1/6";
  private static final String CONTAINER = "complete-me-" + ProcessHandle.current().pid();

  @TempDir Path folder;
  private Learner learner;

  @BeforeEach
  void start() throws IOException {
    Docker.run("run", "-d", "--name", CONTAINER, "redis");
    Home home = new Home(folder);
    Files.createFile(home.desk().resolve("shopping list.txt"));
    learner = Learner.starts(home);
    learner.promptAt(FIRST);
  }

  @AfterEach
  void stop() {
    learner.close();
    Docker.remove(CONTAINER);
  }

  @Test
  void a_command_of_docker() {
    assertThat(completed("docker sto")).isEqualTo("docker stop");
  }

  @Test
  void a_flag() {
    assertThat(completed("docker run --na")).isEqualTo("docker run --name");
  }

  @Test
  void a_container() {
    assertThat(completed("docker stop complete-m")).isEqualTo("docker stop " + CONTAINER);
  }

  @Test
  void an_image() {
    assertThat(completed("docker run -d red")).isEqualTo("docker run -d redis");
  }

  @Test
  void a_file_with_a_blank_in_its_name() {
    String line = completed("wc -c < sho");
    learner.terminal().press("Enter");

    assertThat(line).contains("shopping");
    assertThat(learner.promptAt(FIRST)).contains("\n0\n");
  }

  @Test
  void a_word_of_ropewalk() {
    assertThat(completed(":hin")).isEqualTo(":hint");
  }

  @Test
  void several_words_are_listed_with_what_they_do() {
    learner.terminal().mark().type(":h").press("Tab");

    String listed = learner.terminal().await("show the next hint");

    assertThat(listed).contains(":help", "show these words", ":hint");
  }

  /** The line as it is after Tab has added to it. */
  private String completed(String typed) {
    String before = FIRST + " desk $ ";
    learner.terminal().mark().type(typed).await(before + typed);
    learner.terminal().press("Tab");
    return learner
        .terminal()
        .await("a longer line", shown -> shown.length() > (before + typed).length())
        .lines()
        .findFirst()
        .orElseThrow()
        .substring(before.length())
        .strip();
  }
}
