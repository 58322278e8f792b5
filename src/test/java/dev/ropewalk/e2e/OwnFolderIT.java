package dev.ropewalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.lesson.Course;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A lesson that writes files does so in its own folder, and nowhere else. */
@ExtendWith(EngineLock.class)
class OwnFolderIT {
  private static final String PRECIOUS = "FROM scratch # precious\n";

  @TempDir Path folder;
  private Home home;
  private Path own;

  @BeforeEach
  void start() throws IOException {
    home = new Home(folder);
    own = folder.resolve("ropewalk/build-an-image");
    Files.writeString(home.desk().resolve("Dockerfile"), PRECIOUS);
    Docker.remove("first", "stay");
    Course course = Home.course();
    course.lessons().stream()
        .map(course::lesson)
        .filter(lesson -> lesson.id().slug().equals("build-an-image"))
        .flatMap(lesson -> lesson.needs().images().stream())
        .forEach(Docker::fetch);
  }

  private void thePreciousOneIsUntouched() throws IOException {
    assertThat(home.desk().resolve("Dockerfile")).hasContent(PRECIOUS);
    assertThat(home.desk()).isDirectoryNotContaining("glob:**.yours-*");
  }

  @Test
  void at_the_prompt_a_skip_writes_where_the_step_is_judged() throws IOException {
    Files.createDirectories(own);
    Files.writeString(own.resolve("Dockerfile"), "FROM debian # of another day\n");

    try (Learner learner = Learner.starts(home, "learn", "build-an-image")) {
      TmuxTerminal terminal = learner.terminal();
      terminal.await("it is kept as Dockerfile.yours-1");
      terminal.await("build-an-image 1/9 build-an-image $");
      terminal.enter("cd " + home.desk()).await("build-an-image 1/9 desk $");
      String wayBack = "you are in %s: cd %s".formatted(home.desk(), own).replace(" ", "");
      terminal.enter(":why");
      terminal.await("the way back", shown -> shown.replaceAll("\\s", "").contains(wayBack));

      terminal.enter(":skip").await("build-an-image 2/9 build-an-image $");
    }
    assertThat(own.resolve("Dockerfile")).content().startsWith("FROM debian\nCMD ");
    assertThat(own.resolve("Dockerfile.yours-1")).hasContent("FROM debian # of another day\n");
    thePreciousOneIsUntouched();
  }

  @Test
  void in_watch_a_file_counts_there_and_a_skip_writes_there() throws IOException {
    Map<String, String> environment = home.environment();
    environment.put("PS1", "own> ");
    try (Learner course = Learner.starts(home, "watch", "build-an-image");
        TmuxTerminal shell =
            TmuxTerminal.open(110, 40, home.desk(), environment, List.of("bash", "--norc", "-i"))) {
      course.terminal().await(" 1/9");
      shell.await("own>");
      shell.enter("eval \"$(ropewalk env)\"").await("takes part as shell-");
      shell.enter("echo here");
      course.terminal().await("cd " + own);

      course.terminal().press("s");
      course.terminal().await("once more");
      course.terminal().press("s");
      course.terminal().await("A file that has the name already is replaced.");
      course.terminal().press("y");
      course.terminal().await(" 2/9");
    }
    assertThat(own.resolve("Dockerfile")).content().startsWith("FROM debian\nCMD ");
    thePreciousOneIsUntouched();
  }

  @Test
  void a_check_from_another_folder_looks_there_and_at_no_file_of_the_learners() throws IOException {
    Files.writeString(home.desk().resolve("Dockerfila"), PRECIOUS);
    Map<String, String> environment = home.environment();
    environment.put("PS1", "own> ");
    // Else bash may write it as the folder is being removed.
    environment.put("HISTFILE", "/dev/null");
    try (TmuxTerminal shell =
        TmuxTerminal.open(110, 40, home.desk(), environment, List.of("bash", "--norc", "-i"))) {
      shell.await("own>");
      shell.enter("ropewalk check build-an-image/1; echo ended");
      shell.await("the end", shown -> shown.contains("\nended"));

      assertThat(shell.shown().replaceAll("\\s", ""))
          .contains("ThereisnofileDockerfile.ropewalklooksforitin" + own)
          .doesNotContain("mv", "Dockerfila", "scratch");
    }
    thePreciousOneIsUntouched();
  }
}
