package dev.ropewalk.author;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the files and scripts of a scenario. */
final class ScenarioFilesTest {
  @TempDir private Path folder;
  private final ImportedCourse course = new ImportedCourse(() -> folder);

  @Test
  void its_files_come_along_and_scripts_that_harm_nobody_run_before_it() throws IOException {
    Path scenario = folder.resolve("odd");
    Files.createDirectories(scenario.resolve("assets"));
    Files.writeString(scenario.resolve("assets/app.ini"), "a=1");
    Files.writeString(
        scenario.resolve("bg.sh"), "#!/bin/bash\ncat /ks/app.ini > /ks/log\nexit 0\n");
    Files.writeString(scenario.resolve("v.sh"), "LOG=/ks/v.log\ntest -f /root/app.ini >> $LOG\n");
    Files.writeString(scenario.resolve("harm.sh"), "systemctl restart docker\n");
    Files.writeString(scenario.resolve("notes.txt"), "nobody names me");

    Step step =
        course.step(
            "Go.",
            "],\"intro\": {\"background\": \"bg.sh\", \"foreground\": \"harm.sh\"},"
                + " \"assets\": {\"host01\": [{\"file\": \"app.ini\", \"target\": \"/ks\"},"
                + " {\"file\": \"gone\", \"target\": \"/ks\"}]}");

    assertThat(course.text("files/10-odd/app.ini")).isEqualTo("a=1");
    assertThat(course.text("files/10-odd/setup-bg.sh"))
        .contains("cat ./app.ini > /dev/null\nexit 0");
    assertThat(course.text("checks/10-odd.yaml"))
        .contains(
            "files: files/10-odd\n", "setup: \"bash setup-bg.sh\"\n", "#   systemctl restart");
    assertThat(step.checks()).isNotEmpty();
    assertThat(course.outcome().figures()).isEqualTo(new ImportFigures(1, 1, 0, 0, 1, 1, 1, 2, 0));
    assertThat(course.outcome().lost())
        .extracting(lost -> lost.file() + ": " + lost.what())
        .anyMatch(lost -> lost.startsWith("harm.sh: it is not run"))
        .anyMatch(lost -> lost.startsWith("notes.txt: it is not copied"))
        .anyMatch(lost -> lost.contains("`assets/gone` is named here, but is not there"));
    assertThat(course.text("TODO-import.md"))
        .contains("- `harm.sh`: it is not run", "- `notes.txt`:");
  }

  @Test
  void steps_at_the_top_level_are_read_and_that_is_said() throws IOException {
    Path scenario = Files.createDirectories(folder.resolve("odd"));
    Files.writeString(
        scenario.resolve("index.json"), "{\"steps\": [{\"title\": \"Go\"}], \"time\": \"5\"}");

    ScenarioImport.Outcome read =
        ScenarioImport.write(scenario, folder, ImportedCourse.NO_COMMANDS);

    assertThat(read.lessons()).hasSize(1);
    assertThat(read.lost())
        .extracting(Scenario.Lost::what)
        .anyMatch(what -> what.contains("top level"))
        .anyMatch(what -> what.contains("`time`"));
  }

  @Test
  void a_labspace_becomes_a_lesson_with_a_step_for_each_section() throws IOException {
    Path space = folder.resolve("space");
    Files.createDirectories(space.resolve("labspace"));
    Files.createDirectories(space.resolve("project"));
    Files.writeString(space.resolve("project/app.js"), "1");
    Files.writeString(
        space.resolve("labspace/labspace.yaml"),
        "title: Boxes\nsections:\n- {title: Hello, contentPath: a.md}\n- {title: Run, contentPath: b.md}\n");
    Files.writeString(space.resolve("labspace/a.md"), "# Hello\n");
    Files.writeString(
        space.resolve("labspace/b.md"),
        """
        1. Write it:

            ```yaml save-as=compose.yaml
            services: {}
            ```
        2. Look:

            ```bash
            docker ps
            ```

            ```bash no-run-button
            docker images
            ```
        Open :tabLink[the page]{href="http://localhost:3000" title="x"}.
        """);

    ScenarioImport.write(space, folder, ImportedCourse.NO_COMMANDS);

    assertThat(Course.open(folder).lessons()).extracting(LessonId::slug).containsExactly("space");
    Lesson lesson = course.lesson("space");
    assertThat(lesson.title()).isEqualTo("Boxes");
    assertThat(lesson.steps()).extracting(Step::title).containsExactly("Run");
    assertThat(lesson.steps().getFirst().solution().text())
        .isEqualTo("cat > compose.yaml <<'EOF'\nservices: {}\nEOF\ndocker ps");
    assertThat(lesson.steps().getFirst().prose()).contains("the page (http://localhost:3000)");
    assertThat(course.text("files/10-space/app.js")).isEqualTo("1");
  }
}
