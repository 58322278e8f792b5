package dev.ropewalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.e2e.EngineLock;
import dev.ropewalk.library.SmallCourse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The built command adds a course of a real git repository, opens it by name, and updates it. */
@ExtendWith(EngineLock.class)
final class CourseLibraryIT {
  private static final String COMMAND = System.getProperty("ropewalk.dist") + "/bin/ropewalk";
  private static final String CHECKS =
      """
      steps:
        look:
          checks:
            - {check: The learner looks, typed: {docker: ps}}
          solution: docker ps
      """;

  @TempDir private Path folder;
  private Path work;
  private String url;

  private record Outcome(int code, String out, String err) {}

  @BeforeEach
  void a_repository_with_a_course_in_a_folder() throws Exception {
    work = Files.createDirectories(folder.resolve("looking"));
    SmallCourse.file(work, "README.md", "Beside the course.\n");
    SmallCourse.file(work, "course/course.yaml", "title: Looking around\n");
    SmallCourse.file(
        work, "course/lessons/10-look.md", "# Look\n\nIntro.\n\n## Look\n\n> **Do:** Look.\n");
    SmallCourse.file(work, "course/checks/10-look.yaml", CHECKS);
    git("init", "--quiet", "--initial-branch=main");
    commit();
    url = "file://" + work;
  }

  @Test
  void a_course_of_a_repository_is_opened_by_its_name_and_updated_with_its_scripts_shown()
      throws Exception {
    Outcome added = ropewalk("", "course", "add", url, "--yes");
    assertThat(added).as("added").extracting(Outcome::code).isEqualTo(0);
    assertThat(added.out())
        .contains("looking: Looking around\n", "from: %s, commit %s\n".formatted(url, head()));

    Outcome opened = ropewalk(":quit\n", "learn", "look", "--course", "looking");
    assertThat(opened.code()).as(opened.err()).isZero();
    assertThat(flat(opened.out()))
        .contains(
            "The course is `looking`, added from %s, commit %s."
                .formatted(url, head().substring(0, 12)))
        .doesNotContain("not as it was added");

    SmallCourse.file(
        folder.resolve("data/ropewalk/courses/looking"),
        "lessons/10-look.md",
        "# Mine\n\n## Look\n\nGo.\n");
    Outcome changed = ropewalk("q\n", "watch", "look", "--course", "looking");
    assertThat(flat(changed.out()))
        .contains("It is not as it was added: changed: lessons/10-look.md.");

    SmallCourse.file(
        work,
        "course/checks/10-look.yaml",
        CHECKS.replace("typed: {docker: ps}", "script: \"true\""));
    commit();
    Outcome updated = ropewalk("", "course", "update", "looking", "--yes");
    assertThat(updated.code()).as(updated.err()).isZero();
    assertThat(updated.out())
        .contains(
            "commit " + head(),
            "  changed: checks/10-look.yaml\n",
            "New is that by itself it runs this",
            "  checks/10-look.yaml:4: script, to judge a step\n    | true\n",
            "Changed here, and kept beside it:\n  lessons/10-look.md\n");
    assertThat(folder.resolve("data/ropewalk/courses/looking.kept-1/lessons/10-look.md"))
        .content()
        .startsWith("# Mine");

    assertThat(ropewalk("", "check", "look", "--course", "looking").err())
        .contains("The course is `looking`");
    assertThat(ropewalk("", "course", "remove", "looking", "--yes").code()).isZero();
    assertThat(ropewalk("", "course", "list").out()).startsWith("No course was added.");
  }

  @Test
  void a_repository_that_is_not_there_is_told_in_gits_words() throws Exception {
    Outcome outcome = ropewalk("", "course", "add", "file://" + folder + "/none.git", "--yes");

    assertThat(outcome.code()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(outcome.err())
        .contains("error: the repository `file://", "cannot be fetched: git says: ")
        .contains("fix: check the URL");
    assertThat(folder.resolve("data/ropewalk/courses")).isEmptyDirectory();
  }

  @Test
  void an_engine_that_is_too_old_for_the_course_keeps_every_door_shut() throws Exception {
    SmallCourse.file(
        work, "course/course.yaml", "title: Of tomorrow\nrequires: {engine_api: \"99.1\"}\n");
    String course = work.resolve("course").toString();

    for (List<String> line :
        List.of(
            List.of("learn"),
            List.of("watch"),
            List.of("check", "look"),
            List.of("author", "prove", "--here", "--yes"))) {
      List<String> words = new ArrayList<>(line);
      words.addAll(List.of("--course", course));
      Outcome outcome = ropewalk("", words.toArray(String[]::new));

      assertThat(outcome.code()).as(line + outcome.err()).isEqualTo(ExitCode.WRONG_USE);
      assertThat(outcome.err())
          .contains("error: this course needs an engine with the API 99.1, and Docker on ")
          .contains("fix: install a newer engine");
    }
  }

  private Outcome ropewalk(String input, String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of(COMMAND));
    command.addAll(List.of(words));
    return run(folder, input, command);
  }

  private void commit() throws Exception {
    git("add", ".");
    git("-c", "user.name=T", "-c", "user.email=t@example.org", "commit", "--quiet", "-m", "C");
  }

  private String head() throws Exception {
    return git("rev-parse", "HEAD").strip();
  }

  private String git(String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(words));
    Outcome outcome = run(work, "", command);
    assertThat(outcome.code()).as(command + outcome.err()).isZero();
    return outcome.out();
  }

  private Outcome run(Path in, String input, List<String> command)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", "");
    Path err = Files.createTempFile(folder, "err", "");
    Path typed = Files.writeString(Files.createTempFile(folder, "in", ""), input);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(in.toFile())
            .redirectInput(typed.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "XDG_DATA_HOME", folder.resolve("data").toString(),
                "XDG_STATE_HOME", folder.resolve("state").toString(),
                "LC_ALL", "C.UTF-8"));
    int code = builder.start().waitFor();
    return new Outcome(code, Files.readString(out), Files.readString(err));
  }

  private static String flat(String shown) {
    return shown.replaceAll("\\s+", " ");
  }
}
