package dev.ropewalk.author;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.lesson.Script;
import dev.ropewalk.lesson.Step;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the words, commands and questions of a page. */
final class ScenarioPagesTest {
  @TempDir private Path folder;
  private final ImportedCourse course = new ImportedCourse(() -> folder);

  @Test
  void what_is_folded_and_never_closed_stays_hidden() throws IOException {
    Step step =
        course.step(
            """
            Do it.
            <details><summary>Tip</summary>
            Think.
            <details><summary>Solution</summary>
            `docker ps`{{exec}}
            """,
            "");

    assertThat(step.prose()).isEqualTo("Do it.");
    assertThat(step.hints()).containsExactly("Think.", "`docker ps`");
    assertThat(step.solution().text()).isEqualTo("docker ps");
  }

  @Test
  void what_the_text_joins_by_or_is_accepted_too() throws IOException {
    Step step =
        course.step(
            """
            > ```plain
            > docker ps
            > ```{{exec}}
            OR
            ```
            docker container ls
            ```{{execute}}
            `docker stop box`{{exec}} or `docker kill box`{{exec}}
            """,
            "");

    assertThat(step.solution().text()).isEqualTo("docker ps\ndocker stop box");
    assertThat(step.accept())
        .extracting(Script::text)
        .containsExactly("docker container ls\ndocker stop box", "docker ps\ndocker kill box");
    assertThat(step.prose()).contains("> ```\n> docker ps\n> ```");
  }

  @Test
  void words_for_a_program_in_a_container_are_no_lines_of_the_shell() throws IOException {
    Step step =
        course.step(
            """
            ```
            docker exec -it box sh
            ls /
            exit
            docker ps
            ```{{exec}}
            """,
            "");

    assertThat(step.solution().text())
        .isEqualTo("docker exec -i box sh <<'INSIDE'\nls /\nINSIDE\ndocker ps");
    assertThat(course.outcome().lost())
        .extracting(Scenario.Lost::what)
        .anyMatch(w -> w.contains("docker exec -it box sh"));
  }

  @Test
  void what_a_page_does_not_say_is_never_a_failed_check() throws IOException {
    Step step = course.step("Have a look around.", "");

    assertThat(step.checks())
        .singleElement()
        .satisfies(
            check -> assertThat(check.claim().script().orElseThrow().alwaysPasses()).isTrue());
    assertThat(step.solution().text()).startsWith("true # TODO");
    assertThat(course.text("TODO-import.md")).contains("write its checks", "write its solution");
  }

  @Test
  void a_button_in_a_quote_and_in_a_list_is_a_button() throws IOException {
    Step step =
        course.step(
            """
            > Note:
            > ```bash
            > docker pull redis
            > docker images
            > ```{{execute}}

            1. Then

               ```plain
               docker run -d --name box redis
               ```{{exec}}

            > or not: `docker ps`{{copy}}
            """,
            "");

    assertThat(step.solution().text())
        .isEqualTo("docker pull redis\ndocker images\ndocker run -d --name box redis");
    assertThat(step.prose()).doesNotContain("{{").contains("> docker pull redis");
  }

  @Test
  void a_quiz_is_a_choice_and_its_answer_the_solution() throws IOException {
    Step step =
        course.step(
            """
            >>Q1: Which is it? <<
            ( ) The first one
            (*) The second one

            >>Q2: Which of these does docker stop send?<<
            [*] SIGTERM
            [ ] SIGHUP
            [*] SIGKILL
            >>Q3: Either of them<<
            (*) red
            (*) blue
            ( ) green
            >>Q4: Say test<<
            === test
            """,
            "");

    assertThat(course.text("checks/10-odd.yaml"))
        .contains(
            "answer: {choice: {of: [\"a\", \"b\"], right: \"b\"}}",
            "answer: {choice: {of: [\"SIGTERM\", \"SIGHUP\", \"SIGKILL\"],"
                + " all: [\"SIGTERM\", \"SIGKILL\"]}}",
            "answer: {choice: {of: [\"red\", \"blue\", \"green\"], right: [\"red\", \"blue\"]}}",
            "answer: {text: {is: \"test\"}}");
    assertThat(step.solution().text())
        .isEqualTo(":answer b\n:answer SIGTERM SIGKILL\n:answer red\n:answer test");
    assertThat(step.prose())
        .contains("- `b`: The second one", "- `SIGHUP`\n", "`:answer` and all that are right")
        .doesNotContain("(*)", "[*]");
    assertThat(course.outcome().lost()).isEmpty();
  }

  @Test
  void what_a_question_loses_is_told() throws IOException {
    Step step =
        course.step(
            """
            >>Which one? <<
            ( ) None
            ( ) is marked
            >>Which command?<<
            === docker ps
            === docker container ls
            >>Name the port<<
            =~= 8080
            """,
            "");

    assertThat(step.checks()).hasSize(2);
    assertThat(course.outcome().lost())
        .extracting(Scenario.Lost::what)
        .containsExactly(
            "the question `Which one?`: no answer to it is marked as right",
            "of the answers to `Which command?` only `docker ps` is taken, not `docker container ls`",
            "the answer to `Name the port` is `8080` alone, where it was enough to name it among"
                + " other words");
  }
}
