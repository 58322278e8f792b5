package dev.ropewalk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a learner expects of the prompt because it is so in their own shell. */
@ExtendWith(EngineLock.class)
class OwnShellIT {
  private static final String FIRST = "images-and-containers 1/6";

  @TempDir Path folder;
  private Home home;
  private Learner learner;

  @BeforeEach
  void start() throws IOException {
    home = new Home(folder);
    learner = Learner.starts(home);
    learner.promptAt(FIRST);
  }

  @AfterEach
  void stop() {
    learner.close();
  }

  @Test
  void the_prompt_has_a_line_of_its_own_after_output_without_an_end() {
    assertThat(learner.enters("printf abc", FIRST)).isEqualTo(prompt("printf abc\nabc\n"));
  }

  @Test
  void what_we_say_has_a_line_of_its_own_after_output_without_an_end() {
    assertThat(learner.enters("docker ps -q; printf abc", FIRST)).contains("\nabc\nStill open: ");
  }

  @Test
  void the_prompt_has_a_line_of_its_own_after_output_that_fills_its_line() {
    String full = "x".repeat(120);

    String shown = learner.enters("printf 'x%.0s' {1..120}", FIRST);

    assertThat(shown).isEqualTo(prompt("printf 'x%.0s' {1..120}\n" + full + "\n"));
  }

  @Test
  void leaving_tells_once_of_a_job_and_ends_it_as_a_closed_terminal_does() throws IOException {
    learner.enters("(trap 'echo ended >told; exit' HUP; sleep 1000 & wait) &", FIRST);

    String told = learner.enters(":quit", FIRST);
    learner.terminal().enter(":quit");

    assertThat(told).contains("There are jobs in your shell", "trap", ":quit once more leaves.");
    assertThat(learner.left()).isZero();
    Path last = home.desk().resolve("told");
    learner.terminal().await("the job's last word", _ -> contents(last).equals("ended\n"));
  }

  @Test
  void a_line_in_between_has_leaving_tell_of_jobs_again() {
    learner.enters("sleep 1000 &", FIRST);
    learner.enters(":quit", FIRST);
    learner.enters("true", FIRST);

    assertThat(learner.enters(":quit", FIRST)).contains("sleep 1000");
    learner.enters("kill %1", FIRST);
    learner.terminal().enter(":quit");
    assertThat(learner.left()).isZero();
  }

  @Test
  void exit_leaves_with_a_word() {
    learner.terminal().enter("exit 3");

    assertThat(learner.left()).isZero();
    assertThat(learner.terminal().shown()).contains("Your shell has ended, with exit code 3");
  }

  @Test
  void a_shell_that_ends_at_its_first_error_leaves_with_a_word() {
    learner.terminal().enter("set -e; false");

    assertThat(learner.left()).isZero();
    assertThat(learner.terminal().shown()).contains("Your shell has ended, with exit code 1");
  }

  @Test
  void control_d_leaves_with_a_word() {
    learner.terminal().mark().press("C-d");

    assertThat(learner.left()).isZero();
    assertThat(learner.terminal().shown()).contains("You have left the course.");
  }

  @Test
  void a_word_with_a_blank_before_it_is_no_command() {
    assertThat(learner.enters(" :step", FIRST))
        .contains("Pull the image", "docker pull")
        .doesNotContain("not found");
  }

  @Test
  void an_answer_that_is_no_shell_text_is_taken_as_it_stands() throws Exception {
    learner.terminal().enter(":quit");
    learner.left();
    learner.startsAgain("learn", "--course", question().toString(), "status");

    learner.promptAt("status 1/1");
    String wrong = learner.enters(":answer Exited (1)", "status 1/1");
    String right = learner.terminal().enter(":answer Exited (0)").await("is done.");

    assertThat(wrong + right).contains("Exited (1)").doesNotContain("syntax error");
  }

  private Path question() throws IOException {
    Path course = folder.resolve("course");
    Files.createDirectories(course.resolve("lessons"));
    Files.createDirectories(course.resolve("checks"));
    Files.writeString(
        course.resolve("lessons/10-status.md"), "# Status\n\nOne.\n\n## Read it\n\nWhat is it?\n");
    Files.writeString(
        course.resolve("checks/10-status.yaml"),
        """
        steps:
          read-it:
            checks:
              - check: What does docker say of it?
                answer: {choice: {of: ["Exited (0)", "Exited (1)"], right: "Exited (0)"}}
            solution: ":answer Exited (0)"
        """);
    return course;
  }

  private static String contents(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException _) {
      return ""; // It is not there yet.
    }
  }

  private static String prompt(String before) {
    return "%s desk $ %s%1$s desk $".formatted(FIRST, before);
  }
}
