package dev.ropewalk.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ropewalk.Golden;
import dev.ropewalk.check.value.Variables;
import dev.ropewalk.text.BrokenSource;
import dev.ropewalk.text.Diagnostic;
import dev.ropewalk.text.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of answers, as their authors write them. */
final class AnswersTest {
  private static final Lesson LESSON =
      new Lesson(
          new LessonId("boxes"),
          Seed.NONE,
          new Variables(Map.of("port", "8081")),
          "Boxes",
          "",
          Needs.NOTHING,
          Optional.empty(),
          Stream.of("run-it", "stop-it").map(AnswersTest::step).toList());

  @TempDir private Path folder;

  private static Step step(String slug) {
    return new Step(
        new StepId(slug),
        slug,
        "",
        "",
        List.of(),
        Script.NONE,
        new Script("true"),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Answers read(String text) {
    return Answers.read(new Source("answers/10-boxes.yaml", text), LESSON);
  }

  @Test
  void answers_are_read_step_by_step() {
    Answers answers =
        read(
            """
            run-it:
              right:
              - docker run --name "${HOME}" -p ${port}:80 busybox
              - |-
                docker pull busybox
                :answer $(docker ps -q)
              wrong:
              - try: ":anser 5"
                says: [":answer", "${x}"]
              - try: ls
            """);

    Answers.Given given = answers.of(new StepId("run-it"));
    assertThat(given.right())
        .extracting(Script::commands)
        .containsExactly(
            List.of("docker run --name \"${HOME}\" -p 8081:80 busybox"),
            List.of("docker pull busybox", ":answer $(docker ps -q)"));
    assertThat(given.wrong())
        .containsExactly(
            new Step.Mistake(new Script(":anser 5"), List.of(":answer", "${x}")),
            new Step.Mistake(new Script("ls"), List.of()));
    assertThat(answers.of(new StepId("stop-it")))
        .isEqualTo(new Answers.Given(List.of(), List.of()));
  }

  @Test
  void all_that_is_wrong_in_a_file_is_told_with_its_place() {
    String text =
        """
        run-it:
          rigth: [docker run busybox]
          right: docker run busybox
          wrong:
          - docker ps
          - says: [run]
          - try: ""
            sais: [run]
          - try: ls
            says: [""]
        stopit:
          right: [docker stop box]
        stop-it: {}
        """;

    BrokenSource broken = catchThrowableOfType(BrokenSource.class, () -> read(text));

    Golden.assertSame(
        "lesson/answers.err",
        broken.diagnostics().stream().map(Diagnostic::format).collect(Collectors.joining()));
  }

  @Test
  void a_file_without_anything_is_told() {
    assertThat(catchThrowableOfType(BrokenSource.class, () -> read("# later\n")).diagnostics())
        .extracting(Diagnostic::message)
        .containsExactly("this file of answers is empty");
  }

  @Test
  void the_slug_tells_to_which_lesson_a_file_belongs() throws IOException {
    Files.writeString(folder.resolve("77-boxes.yaml"), "run-it: {right: [docker run busybox]}");
    AnswerFolder answers = new AnswerFolder("answers", folder);

    assertThat(answers.of(LESSON).steps()).containsOnlyKeys(new StepId("run-it"));

    Files.writeString(folder.resolve("boxes.yml"), "run-it: {right: [docker run busybox]}");
    assertThat(catchThrowableOfType(BrokenSource.class, () -> answers.of(LESSON)).diagnostics())
        .extracting(Diagnostic::format)
        .containsExactly(
            """
            answers/boxes.yml:1:1: error: there are two files of answers to `boxes`
              fix: make one of them and `77-boxes.yaml`
            """);
  }

  @Test
  void files_of_no_lesson_are_told_and_a_missing_folder_has_none() throws IOException {
    Files.createDirectories(folder.resolve("lessons"));
    Files.writeString(folder.resolve("lessons/10-boxes.md"), "# Boxes\n");
    Course course = Course.open(folder);

    assertThat(course.answers().strays(course)).isEmpty();

    Files.createDirectories(folder.resolve("answers"));
    for (String name : List.of("10-boxes.yaml", "10-boxs.yaml", "README.md", "Nets.yaml")) {
      Files.writeString(folder.resolve("answers").resolve(name), "");
    }
    assertThat(course.answers().strays(course))
        .extracting(d -> d.source().name() + ": " + d.message() + ": " + d.fix())
        .containsExactly(
            "answers/10-boxs.yaml: no lesson has these answers: name it after `boxes`, or remove it",
            "answers/Nets.yaml: no lesson has these answers: name it after its lesson,"
                + " `NN-slug.yaml`, or remove it");
  }

  @Test
  void a_link_out_of_the_folder_is_not_read() throws IOException {
    Path inside = Files.createDirectories(folder.resolve("answers"));
    Files.writeString(folder.resolve("secret"), "password: x");
    Files.createSymbolicLink(inside.resolve("10-boxes.yaml"), folder.resolve("secret"));
    AnswerFolder answers = new AnswerFolder("answers", inside);

    BrokenSource broken = catchThrowableOfType(BrokenSource.class, () -> answers.of(LESSON));

    assertThat(broken.diagnostics().getFirst().format()).doesNotContain("password");
  }
}
