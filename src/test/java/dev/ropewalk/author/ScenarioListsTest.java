package dev.ropewalk.author;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.text.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which scenarios of a folder become lessons, and in which order. */
final class ScenarioListsTest {
  @TempDir private Path folder;
  private final ImportedCourse course = new ImportedCourse(() -> folder);

  @Test
  void katacodas_form_is_read_in_the_order_of_its_pathway() throws IOException {
    List<LessonId> lessons = course.read("katacoda").lessons();

    assertThat(lessons).extracting(LessonId::slug).containsExactly("second", "first");
    Step step = course.lesson("first").steps().getFirst();
    assertThat(step.prose())
        .contains("`docker run -d --name box redis`\n", "http://localhost:8080/", "FROM redis\n# a")
        .doesNotContain("{{", "[[", "<pre");
    assertThat(step.solution().text()).isEqualTo("docker run -d --name box redis");
    assertThat(step.hints()).containsExactly("One flag: `docker run -d --name box redis`");
    assertThat(course.lesson("second").steps().getFirst().title()).isEqualTo("Step 1");
  }

  @Test
  void a_course_has_what_its_structure_lists_and_then_the_others_each_once() throws IOException {
    ScenarioImport.Outcome outcome = course.read("course");

    assertThat(outcome.lessons()).extracting(LessonId::slug).containsExactly("three", "one", "two");
    assertThat(outcome.problems()).isEmpty();
    assertThat(outcome.todo())
        .startsWith(
            """
            ## Not in a list

            - `two`: no `structure.json` or pathway names this scenario; it is the lesson `two`, after the others.
            """);
    assertThat(outcome.figures())
        .hasToString(
            "3 lessons with 3 steps, 3 verify scripts, 0 questions, 0 files, 0 setups;"
                + " not carried over: 0 scripts, 0 files; in no list: 1 scenario");
  }

  @Test
  void of_what_no_list_names_all_that_is_whole_is_read_and_the_rest_named() throws IOException {
    Path in = folder.resolve("in");
    String whole = "{\"details\": {\"steps\": [{\"title\": \"Go\"}]}}";
    index(in.resolve("listed"), whole);
    index(in.resolve("listed/in-it"), whole);
    index(in.resolve("listed/web"), "{\"pages\": []}");
    index(in.resolve("broken"), "{\"details\": {\"steps\": []}}");
    index(in.resolve("no/json"), "\"details\"");
    index(in.resolve("a/b/c/d/e/f/g/deep"), whole);
    Files.createDirectories(in.resolve("space"));
    Files.writeString(
        in.resolve("space/labspace.yaml"), "sections:\n- {title: Run, contentPath: a.md}\n");
    Files.writeString(in.resolve("space/a.md"), "Run it.\n");
    Files.writeString(in.resolve("structure.json"), "{\"items\": [{\"path\": \"listed\"}]}");

    ScenarioImport.Outcome outcome = course.read(in);

    assertThat(outcome.lessons())
        .extracting(LessonId::slug)
        .containsExactly("listed", "deep", "in-it", "space");
    assertThat(outcome.problems()).isEmpty();
    assertThat(outcome.todo())
        .contains(
            "- `a/b/c/d/e/f/g/deep`: no",
            "- `broken`: no `structure.json` or pathway names this scenario; it is left out:"
                + " this scenario has no steps.",
            "- `no/json`: no `structure.json` or pathway names this scenario; it is left out:"
                + " this is no JSON object.",
            "- `listed/web/index.json`: it is not copied");
  }

  @Test
  void where_a_list_is_broken_its_scenarios_are_read_without_it() throws IOException {
    Path in = folder.resolve("in");
    index(in.resolve("one"), "{\"details\": {\"steps\": [{\"title\": \"Go\"}]}}");
    Files.writeString(in.resolve("boxes-pathway.json"), "{\"courses\": [{,]}");

    ScenarioImport.Outcome outcome = course.read(in);

    assertThat(outcome.lessons()).extracting(LessonId::slug).containsExactly("one");
    assertThat(outcome.problems())
        .singleElement()
        .satisfies(each -> assertThat(each.source().name()).isEqualTo("boxes-pathway.json"));
  }

  @Test
  void each_of_several_pathways_is_read() throws IOException {
    Path in = folder.resolve("in");
    String whole = "{\"steps\": [{\"title\": \"Go\"}]}";
    index(in.resolve("a/two"), whole);
    index(in.resolve("b/one"), whole);
    Files.writeString(in.resolve("a-pathway.json"), "{\"courses\": [{\"course_id\": \"two\"}]}");
    Files.writeString(in.resolve("b-pathway.json"), "{\"courses\": [{\"course_id\": \"one\"}]}");

    ScenarioImport.Outcome outcome = course.read(in);

    assertThat(outcome.lessons()).extracting(LessonId::slug).containsExactly("two", "one");
    assertThat(outcome.todo()).doesNotContain("Not in a list");
  }

  private static void index(Path scenario, String json) throws IOException {
    Files.createDirectories(scenario);
    Files.writeString(scenario.resolve("index.json"), json);
  }

  @Test
  void a_folder_of_folders_is_taken_in_the_order_of_names() throws IOException {
    ScenarioImport.Outcome outcome =
        ScenarioImport.write(ImportedCourse.SCENARIOS, folder, ImportedCourse.NO_COMMANDS);

    assertThat(outcome.lessons())
        .extracting(LessonId::slug)
        .containsExactly("three", "one", "second", "first", "notes-on-a-volume", "two");
  }

  @Test
  void lists_that_go_in_circles_or_outside_come_to_an_end() throws IOException {
    Path in = folder.resolve("in");
    Files.createDirectories(in.resolve("sub"));
    Files.writeString(
        in.resolve("structure.json"), "{\"items\": [{\"path\": \"sub\"}, {\"path\": \"../..\"}]}");
    Files.writeString(
        in.resolve("sub/structure.json"), "{\"items\": [{\"path\": \"..\"}, {\"path\": \".\"}]}");

    ScenarioImport.Outcome outcome =
        ScenarioImport.write(in, folder.resolve("out"), ImportedCourse.NO_COMMANDS);

    assertThat(outcome.files()).isEmpty();
    assertThat(outcome.problems())
        .extracting(Diagnostic::message)
        .contains("`../..` lies outside of the folder that is imported");
  }
}
