package dev.ropewalk.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ropewalk.Golden;
import dev.ropewalk.command.CommandTable;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.text.Diagnostic;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lessons made of scenarios in Killercoda's form. */
final class ScenarioImportTest {
  @TempDir private Path folder;
  private final ImportedCourse course = new ImportedCourse(() -> folder);

  @Test
  void a_scenario_becomes_a_lesson_and_a_list_of_what_is_left_to_do() throws IOException {
    ScenarioImport.Outcome outcome = course.read("notes-on-a-volume");

    assertThat(outcome.problems()).isEmpty();
    assertThat(outcome.files())
        .extracting(each -> folder.relativize(each).toString())
        .containsExactly(
            "lessons/10-notes-on-a-volume.md",
            "checks/10-notes-on-a-volume.yaml",
            "TODO-import.md");
    assertThat(course.text("TODO-import.md")).endsWith(outcome.todo());
    Golden.assertSame(
        "author/killercoda.txt",
        course.text("lessons/10-notes-on-a-volume.md")
            + "\n=====\n"
            + course.text("checks/10-notes-on-a-volume.yaml")
            + "\n=====\n"
            + course.text("TODO-import.md"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"notes-on-a-volume", "katacoda", "course"})
  void lint_finds_no_error_and_a_warning_at_every_script(String name) throws IOException {
    course.read(name);

    Course opened = Course.open(folder);
    List<Diagnostic> found = new Lint(new CommandTable(_ -> "")).course(opened);

    assertThat(found).extracting(Diagnostic::severity).containsOnly(Diagnostic.Severity.WARNING);
    long steps = opened.lessons().stream().mapToLong(id -> opened.lesson(id).steps().size()).sum();
    assertThat(found)
        .filteredOn(each -> each.message().matches("(a `script:` check|this script) .*"))
        .hasSize((int) steps);
  }

  @Test
  void nothing_is_written_over_and_lessons_follow_those_that_are_there() throws IOException {
    course.read("notes-on-a-volume");
    String before = course.text("checks/10-notes-on-a-volume.yaml");

    assertThatExceptionOfType(FileAlreadyExistsException.class)
        .isThrownBy(
            () ->
                ScenarioImport.write(ImportedCourse.SCENARIOS, folder, ImportedCourse.NO_COMMANDS))
        .withMessageContaining("10-notes-on-a-volume");
    course.read("course");

    assertThat(course.text("checks/10-notes-on-a-volume.yaml")).isEqualTo(before);
    assertThat(folder.resolve("lessons/20-three.md")).exists();
    try (Stream<Path> all = Files.list(folder.resolve("lessons"))) {
      assertThat(all).hasSize(4);
    }
    assertThat(course.text("TODO-import.md")).contains("## 10-notes", "## 20-three");
  }
}
