package dev.ropewalk.author;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.Golden;
import dev.ropewalk.command.CommandTable;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.text.Diagnostic;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What authors are told of their lessons. */
final class LintTest {
  /** As much of docker's help as the lessons here need. */
  private static final CommandTable DOCKER = new CommandTable(LintTest::help);

  private static final String PROSE =
      """
      # Boxes

      ## Run it

      Read this.

      ## Run it again

      > **Do:** Type `docker run busybox` now.
      """;
  private static final String CHECKS =
      """
      needs: {images: [redis]}
      steps:
        run-it:
          checks:
            - check: It ended
              container: box
              expect: {exit_code: 0}
          solution: docker run --name box redis
        run-it-again:
          checks:
            - check: It ended
              all:
                - {port: 80, expect: {answers: http}}
                - {container: box, expect: {state: running}}
                - script: docker inspect box
          solution: docker run busybox
          accept: [docker container run busybox]
          hints: [Try]
          mistakes: [{try: docker ps, says: [run]}]
      """;

  @TempDir private Path folder;

  @Test
  void check_files_that_belong_to_no_lesson_are_named() throws IOException {
    for (String file :
        List.of(
            "lessons/10-boxes.md",
            "checks/10-boxes.yaml",
            "checks/10-boxs.yaml",
            "checks/10-boxes.yml",
            "checks/20-nets.yaml",
            "checks/README.md")) {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.startsWith("lessons") ? PROSE : CHECKS);
    }

    List<Diagnostic> strays =
        new Lint(DOCKER)
            .course(Course.open(folder)).stream()
                .filter(d -> d.severity() == Diagnostic.Severity.ERROR)
                .toList();

    assertThat(strays)
        .extracting(d -> d.source().name() + ": " + d.message() + ": " + d.fix())
        .containsExactly(
            "checks/10-boxes.yml: no lesson has this check file: rename it to `10-boxes.yaml`, or remove it",
            "checks/10-boxs.yaml: no lesson has this check file: rename it to `10-boxes.yaml`, or remove it",
            "checks/20-nets.yaml: no lesson has this check file: add `lessons/20-nets.md`, or remove it");
  }

  private static String help(List<String> path) {
    return switch (String.join(" ", path)) {
      case "" ->
          """
          Usage:  docker [OPTIONS] COMMAND

          Commands:
            run         Run a command in a new container
          """;
      case "run" ->
          """
          Usage:  docker run [OPTIONS] IMAGE [COMMAND] [ARG...]

          Run a command in a new container

          Options:
            -d, --detach           Run container in background
                --name string      Assign a name to the container
          """;
      default -> "";
    };
  }

  @Test
  void a_script_with_words_of_its_own_is_taken_and_a_second_question_is_not() throws IOException {
    String script = "      - {check: It is so, script: 'test \"$x\" = y'%s}\n";
    String solution = "    solution: docker run --name box redis\n";
    String says = ", diagnose: [{when: {script: exit 0}, say: It is not so.}]";
    String question = "      - {check: %s?, answer: {text: {is: x}}}\n";
    String checks =
        CHECKS
            .replace("          - script: docker inspect box\n", "")
            .replace(solution, script.formatted(says) + "%s" + solution);
    write("lessons/10-boxes.md", PROSE);
    write("checks/10-boxes.yaml", checks.formatted(question.formatted("One")));
    assertThat(messages()).noneMatch(it -> it.contains("script") || it.contains("questions"));

    write(
        "checks/10-boxes.yaml",
        checks.formatted(question.formatted("One") + question.formatted("Two")));
    assertThat(messages())
        .contains(
            "the step `run-it` asks 2 questions, and `:answer` does not say which one it is for");
  }

  private List<String> messages() throws IOException {
    return new Lint(DOCKER).course(Course.open(folder)).stream().map(Diagnostic::message).toList();
  }

  @Test
  void what_could_be_better_is_said_with_its_place() throws IOException {
    write("lessons/10-boxes.md", PROSE);
    write("checks/10-boxes.yaml", CHECKS);

    List<Diagnostic> found = new Lint(DOCKER).course(Course.open(folder));

    Golden.assertSame(
        "author/lint.txt", found.stream().map(Diagnostic::format).collect(Collectors.joining()));
  }

  @Test
  void an_exam_is_asked_for_no_hints_and_told_of_those_that_it_gives() throws IOException {
    write("lessons/10-boxes.md", PROSE);
    write("checks/10-boxes.yaml", "hints: none\n" + CHECKS);

    List<String> said =
        new Lint(DOCKER)
            .course(Course.open(folder)).stream()
                .map(Diagnostic::message)
                .filter(message -> message.contains("hints"))
                .toList();

    assertThat(said)
        .containsExactly(
            "the step `run-it-again` has hints, and the lesson says that it gives none");
  }

  @Test
  void an_order_of_the_end_and_the_stop_is_said_to_be_none() throws IOException {
    write("lessons/10-boxes.md", PROSE);
    write(
        "checks/10-boxes.yaml",
        CHECKS.replace("{exit_code: 0}", "{exit_code: 0}\n        ever: [kill, die, stop]"));

    List<Diagnostic> found = new Lint(DOCKER).course(Course.open(folder));

    assertThat(found)
        .extracting(Diagnostic::message)
        .contains("`die` and `stop` of one stop come in either order, so this asks for no order");
  }

  @Test
  void a_script_that_judges_nothing_is_said_to_pass_always_or_never() throws IOException {
    write("lessons/10-boxes.md", PROSE);
    write(
        "checks/10-boxes.yaml",
        CHECKS.replace(
            "- script: docker inspect box",
            String.join(
                "\n          ",
                "- script: false",
                "- script: 'false # to be written'",
                "- script: exit 1",
                "- script: \"# to be written\\nexit 0\"",
                "- script: docker inspect box || exit 1")));

    List<Diagnostic> found = new Lint(DOCKER).course(Course.open(folder));

    assertThat(found)
        .extracting(Diagnostic::message)
        .filteredOn(message -> message.contains("script"))
        .containsExactly(
            "this script never passes, so no learner gets past this step",
            "this script never passes, so no learner gets past this step",
            "this script never passes, so no learner gets past this step",
            "this script passes whatever the learner has done",
            "a `script:` check cannot say what is wrong, and may pass for any reason");
  }

  @Test
  void a_broken_lesson_does_not_hide_those_after_it() throws IOException {
    write("lessons/10-boxes.md", PROSE);
    write("checks/10-boxes.yaml", CHECKS.replace("container: box", "contaner: box"));
    write("lessons/20-more.md", PROSE);
    write("checks/20-more.yaml", CHECKS.replace("exit_code: 0", "exit_code: none"));

    List<Diagnostic> found = new Lint(DOCKER).course(Course.open(folder));

    assertThat(found)
        .extracting(d -> d.source().name(), Diagnostic::severity, Diagnostic::message)
        .contains(
            Assertions.tuple(
                "checks/10-boxes.yaml", Diagnostic.Severity.ERROR, "there is no noun `contaner`"),
            Assertions.tuple(
                "checks/20-more.yaml", Diagnostic.Severity.ERROR, "`none` is not a whole number"));
  }

  @Test
  void a_new_lesson_has_nothing_to_complain_about() throws IOException {
    NewLesson.write(folder, new LessonId("port-binding"));
    NewLesson.write(folder, new LessonId("logs"));

    Course course = Course.open(folder);

    assertThat(course.lessons()).extracting(LessonId::slug).containsExactly("port-binding", "logs");
    assertThat(folder.resolve("checks/20-logs.yaml")).exists();
    assertThat(new Lint(DOCKER).course(course)).isEmpty();
  }

  @Test
  void a_lesson_that_no_module_names_is_warned_of_at_the_modules() throws IOException {
    NewCourse.write(folder);
    NewLesson.write(folder, new LessonId("logs"));

    List<Diagnostic> found = new Lint(DOCKER).course(Course.open(folder));

    assertThat(found)
        .extracting(d -> d.source().name(), d -> d.place().line(), Diagnostic::severity)
        .containsExactly(Assertions.tuple("course.yaml", 7, Diagnostic.Severity.WARNING));
    assertThat(found.getFirst().message())
        .isEqualTo("no module names the lesson `logs`, so it stands where its number says");
  }

  @Test
  void a_lesson_that_is_there_is_never_written_over() throws IOException {
    write("lessons/70-logs.md", PROSE);

    Assertions.assertThatThrownBy(() -> NewLesson.write(folder, new LessonId("logs")))
        .isInstanceOf(FileAlreadyExistsException.class);

    assertThat(folder.resolve("lessons/70-logs.md")).hasContent(PROSE);
    assertThat(folder.resolve("checks")).doesNotExist();
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), text);
  }
}
