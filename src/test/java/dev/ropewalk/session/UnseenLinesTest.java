package dev.ropewalk.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.lesson.Script;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the lines of a setup run, as the reference tells it; in a real bash. */
final class UnseenLinesTest {
  @TempDir private Path home;
  private Path folder;

  @BeforeEach
  void make() throws IOException {
    folder = Files.createDirectory(home.resolve("a lesson's folder"));
  }

  /** What a bash prints that runs a setup, and then other lines of the learner's. */
  private String run(String setup, String then) throws IOException, InterruptedException {
    String line = SettingUp.unseen(new Script(setup), folder.toString());
    Path typed = Files.writeString(home.resolve("typed"), "typed\n");
    Process bash =
        new ProcessBuilder("bash", "-c", line + "\n" + then)
            .directory(home.toFile())
            .redirectInput(typed.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int unused = bash.waitFor();
    return said.strip();
  }

  @Test
  void they_run_in_the_lessons_folder_and_are_not_seen() throws Exception {
    assertThat(run("pwd >where; echo hello", "")).isEmpty();
    assertThat(folder.resolve("where")).hasContent(folder.toString());
  }

  @Test
  void neither_their_folder_nor_their_variables_are_the_learners() throws Exception {
    assertThat(run("mkdir deep; cd deep; word=secret", "echo \"$PWD $word\""))
        .isEqualTo(home.toString());
  }

  @Test
  void the_first_that_fails_ends_them_and_the_end_of_what_they_said_is_told() throws Exception {
    assertThat(run("echo hello; echo trouble >&2; (exit 3)\ntouch never", "echo $?"))
        .isEqualTo("hello\ntrouble\n3");
    assertThat(folder.resolve("never")).doesNotExist();
  }

  @Test
  void they_leave_what_the_learner_types_to_the_learner() throws Exception {
    assertThat(run("cat >read", "read -r line; echo \"$line\"")).isEqualTo("typed");
    assertThat(folder.resolve("read")).isEmptyFile();
  }
}
