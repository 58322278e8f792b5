package dev.ropewalk.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ropewalk.Golden;
import dev.ropewalk.command.CommandTable;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.LessonId;
import dev.ropewalk.lesson.Script;
import dev.ropewalk.lesson.Step;
import dev.ropewalk.text.Diagnostic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lessons made of scenarios in Killercoda's form. */
final class ScenarioImportTest {
  private static final CommandTable NO_COMMANDS = new CommandTable(_ -> "");
  private static final Path SCENARIOS = Path.of("src", "test", "resources", "killercoda");

  @TempDir private Path folder;

  private ScenarioImport.Outcome outcome =
      new ScenarioImport.Outcome(List.of(), List.of(), "", List.of(), List.of());

  private ScenarioImport.Outcome read(String name) throws IOException {
    return ScenarioImport.write(SCENARIOS.resolve(name), folder, NO_COMMANDS);
  }

  private String file(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  @Test
  void a_scenario_becomes_a_lesson_and_a_list_of_what_is_left_to_do() throws IOException {
    ScenarioImport.Outcome outcome = read("notes-on-a-volume");

    assertThat(outcome.problems()).isEmpty();
    assertThat(outcome.files())
        .extracting(each -> folder.relativize(each).toString())
        .containsExactly(
            "lessons/10-notes-on-a-volume.md",
            "checks/10-notes-on-a-volume.yaml",
            "TODO-import.md");
    assertThat(file("TODO-import.md")).endsWith(outcome.todo());
    Golden.assertSame(
        "author/killercoda.txt",
        file("lessons/10-notes-on-a-volume.md")
            + "\n=====\n"
            + file("checks/10-notes-on-a-volume.yaml")
            + "\n=====\n"
            + file("TODO-import.md"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"notes-on-a-volume", "katacoda", "course"})
  void lint_finds_no_error_and_a_warning_at_every_script(String name) throws IOException {
    read(name);

    Course course = Course.open(folder);
    List<Diagnostic> found = new Lint(new CommandTable(_ -> "")).course(course);

    assertThat(found).extracting(Diagnostic::severity).containsOnly(Diagnostic.Severity.WARNING);
    long steps = course.lessons().stream().mapToLong(id -> course.lesson(id).steps().size()).sum();
    assertThat(found)
        .filteredOn(each -> each.message().matches("(a `script:` check|this script) .*"))
        .hasSize((int) steps);
  }

  @Test
  void katacodas_form_is_read_in_the_order_of_its_pathway() throws IOException {
    List<LessonId> lessons = read("katacoda").lessons();

    assertThat(lessons).extracting(LessonId::slug).containsExactly("second", "first");
    Step step = lesson("first").steps().getFirst();
    assertThat(step.prose())
        .contains("`docker run -d --name box redis`\n", "http://localhost:8080/", "FROM redis\n# a")
        .doesNotContain("{{", "[[", "<pre");
    assertThat(step.solution().text()).isEqualTo("docker run -d --name box redis");
    assertThat(step.hints()).containsExactly("One flag: `docker run -d --name box redis`");
    assertThat(lesson("second").steps().getFirst().title()).isEqualTo("Step 1");
  }

  @Test
  void a_course_has_what_its_structure_lists_and_nothing_twice() throws IOException {
    assertThat(read("course").lessons()).extracting(LessonId::slug).containsExactly("three", "one");
  }

  @Test
  void a_folder_of_folders_is_taken_in_the_order_of_names() throws IOException {
    ScenarioImport.Outcome outcome = ScenarioImport.write(SCENARIOS, folder, NO_COMMANDS);

    assertThat(outcome.lessons())
        .extracting(LessonId::slug)
        .containsExactly("three", "one", "second", "first", "notes-on-a-volume");
  }

  @Test
  void nothing_is_written_over_and_lessons_follow_those_that_are_there() throws IOException {
    read("notes-on-a-volume");
    String before = file("checks/10-notes-on-a-volume.yaml");

    assertThatExceptionOfType(FileAlreadyExistsException.class)
        .isThrownBy(() -> ScenarioImport.write(SCENARIOS, folder, NO_COMMANDS))
        .withMessageContaining("10-notes-on-a-volume");
    read("course");

    assertThat(file("checks/10-notes-on-a-volume.yaml")).isEqualTo(before);
    assertThat(folder.resolve("lessons/20-three.md")).exists();
    try (Stream<Path> all = Files.list(folder.resolve("lessons"))) {
      assertThat(all).hasSize(3);
    }
    assertThat(file("TODO-import.md")).contains("## 10-notes", "## 20-three");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"title": "x",                                     | this is not JSON:
          []                                                 | this is no JSON object
          {"title": "x"}                                     | this scenario has no steps
          {"details": {"steps": [{"text": "gone.md"}]}}      | `gone.md` is named here, but is not there
          {"details": {"steps": [{"text": "../../up.md"}]}}  | `../../up.md` lies outside of the folder that is imported
          {"details": {"steps": [{"verify": "/etc/passwd"}]}}| `/etc/passwd` lies outside of the folder that is imported
          {"details": {"steps": [{"text": "link.md"}]}}      | `link.md` is a link
          {"details": {"steps": [{"text": "way/up.md"}]}}    | `way/up.md` is a link
          {"details": {"steps": [{"text": "picture.png"}]}}  | `picture.png` cannot be used: the file is binary
          {"details": {"steps": [{"text": "latin.md"}]}}     | `latin.md` cannot be used: the file is not UTF-8 text
          {"details": {"steps": [{"text": "huge.md"}]}}      | `huge.md` cannot be used: the file is larger than 1 MiB
          {"details": {"steps": [{"text": "."}]}}            | `.` is no file
          {"details": {"steps": [{"text": 5}]}}              | `text` is a text
          {"details": {"steps": ["text.md"]}}                | step 1 is no JSON object
          """)
  void a_broken_scenario_is_left_out_with_a_diagnostic(String index, String message)
      throws IOException {
    Path scenarios = hostile();
    Files.writeString(scenarios.resolve("bad/index.json"), index);

    ScenarioImport.Outcome outcome =
        ScenarioImport.write(scenarios, folder.resolve("out"), NO_COMMANDS);

    assertThat(outcome.lessons()).extracting(LessonId::slug).containsExactly("good");
    assertThat(outcome.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.source().name()).isEqualTo("bad/index.json");
              assertThat(problem.message()).startsWith(message);
            });
  }

  private Path hostile() throws IOException {
    Path bad = Files.createDirectories(folder.resolve("in/bad"));
    Path good = Files.createDirectory(folder.resolve("in/good"));
    Files.writeString(
        good.resolve("index.json"), "{\"details\": {\"steps\": [{\"title\": \"Go\"}]}}");
    Files.writeString(folder.resolve("up.md"), "outside");
    Files.createSymbolicLink(bad.resolve("link.md"), folder.resolve("up.md"));
    Files.createSymbolicLink(bad.resolve("way"), folder);
    Files.write(bad.resolve("picture.png"), new byte[] {'P', 0, 1, 2});
    Files.write(bad.resolve("latin.md"), "Grüße".getBytes(StandardCharsets.ISO_8859_1));
    Files.writeString(bad.resolve("huge.md"), "x".repeat(1 << 21));
    return folder.resolve("in");
  }

  @Test
  void lists_that_go_in_circles_or_outside_come_to_an_end() throws IOException {
    Path in = folder.resolve("in");
    Files.createDirectories(in.resolve("sub"));
    Files.writeString(
        in.resolve("structure.json"), "{\"items\": [{\"path\": \"sub\"}, {\"path\": \"../..\"}]}");
    Files.writeString(
        in.resolve("sub/structure.json"), "{\"items\": [{\"path\": \"..\"}, {\"path\": \".\"}]}");

    ScenarioImport.Outcome outcome = ScenarioImport.write(in, folder.resolve("out"), NO_COMMANDS);

    assertThat(outcome.files()).isEmpty();
    assertThat(outcome.problems())
        .extracting(Diagnostic::message)
        .contains("`../..` lies outside of the folder that is imported");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# no *step* <b>&amp;</b> `${HOME}`",
        "true",
        "123",
        "a: b # c",
        "- x",
        "\u00fcber\u2028zwei",
        "\\\\_[x](y)",
        "'\"",
        "   ",
        "***"
      })
  void any_title_makes_a_step(String title) throws IOException {
    String quoted = CheckYaml.quoted(title);
    Path scenario = Files.createDirectory(folder.resolve("odd"));
    Files.writeString(
        scenario.resolve("index.json"),
        "{\"title\": %s, \"details\": {\"steps\": [{\"title\": %s}, {\"title\": %s}]}}"
            .formatted(quoted, quoted, quoted));

    ScenarioImport.write(scenario, folder, NO_COMMANDS);

    assertThat(lesson("odd").steps()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "  echo indented\necho more",
        "\tx\n\ty",
        "#!/bin/bash\r\necho 'a: b'\r\n",
        "echo \u00fc\u2028x\ny",
        "printf '\u001b[1m'\necho",
        "- a\n- b",
        "cat <<'E'\n${x}: {{y}}\nE\n",
        "? x\n: y",
        "%YAML\n---\n..."
      })
  void any_script_is_kept_as_it_is(String script) throws IOException {
    Path scenario = Files.createDirectory(folder.resolve("odd"));
    Files.writeString(
        scenario.resolve("index.json"), "{\"details\": {\"steps\": [{\"verify\": \"v.sh\"}]}}");
    Files.writeString(scenario.resolve("v.sh"), script);

    ScenarioImport.write(scenario, folder, NO_COMMANDS);

    assertThat(lesson("odd").steps().getFirst().checks().getFirst().claim().toString())
        .isEqualTo("ScriptClaim[text=%s, limit=PT10S]".formatted(kept(script)));
  }

  private static String kept(String script) {
    String plain = script.replace("\r\n", "\n").strip();
    return plain.contains("\n") && plain.chars().noneMatch(c -> c == 0x1b || c == 0x2028)
        ? plain + "\n"
        : plain;
  }

  private Step step(String text, String further) throws IOException {
    Path scenario = folder.resolve("odd");
    Files.createDirectories(scenario.resolve("assets"));
    Files.writeString(
        scenario.resolve("index.json"),
        "{\"details\": {\"steps\": [{\"text\": \"t.md\"%s}]%s}}"
            .formatted(
                further.startsWith("]") ? "" : further,
                further.startsWith("]") ? further.substring(1) : ""));
    Files.writeString(scenario.resolve("t.md"), text);
    outcome = ScenarioImport.write(scenario, folder, NO_COMMANDS);
    return lesson("odd").steps().getFirst();
  }

  @Test
  void what_is_folded_and_never_closed_stays_hidden() throws IOException {
    Step step =
        step(
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
        step(
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
        step(
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
    assertThat(outcome.lost())
        .extracting(Scenario.Lost::what)
        .anyMatch(w -> w.contains("docker exec -it box sh"));
  }

  @Test
  void a_quiz_is_a_choice_and_its_answer_the_solution() throws IOException {
    Step step =
        step(
            """
            >>Q1: Which is it? <<
            ( ) The first one
            (*) The second one

            >>Q2: All of them<<
            [*] a
            [*] b
            >>Q3: Say test<<
            === test
            """,
            "");

    assertThat(step.checks())
        .extracting(check -> check.claim().getClass().getSimpleName())
        .containsExactly("AnswerClaim", "AnswerClaim");
    assertThat(step.solution().text()).isEqualTo(":answer b\n:answer test");
    assertThat(step.prose()).contains("- `b`: The second one").doesNotContain("(*)");
    assertThat(outcome.lost())
        .extracting(Scenario.Lost::what)
        .anyMatch(w -> w.contains("All of them"));
  }

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
        step(
            "Go.",
            "],\"intro\": {\"background\": \"bg.sh\", \"foreground\": \"harm.sh\"},"
                + " \"assets\": {\"host01\": [{\"file\": \"app.ini\", \"target\": \"/ks\"},"
                + " {\"file\": \"gone\", \"target\": \"/ks\"}]}");

    assertThat(file("files/10-odd/app.ini")).isEqualTo("a=1");
    assertThat(file("files/10-odd/setup-bg.sh")).contains("cat ./app.ini > /dev/null\nexit 0");
    assertThat(file("checks/10-odd.yaml"))
        .contains(
            "files: files/10-odd\n", "setup: \"bash setup-bg.sh\"\n", "#   systemctl restart");
    assertThat(step.checks()).isNotEmpty();
    assertThat(outcome.lost())
        .extracting(lost -> lost.file() + ": " + lost.what())
        .anyMatch(lost -> lost.startsWith("harm.sh: it is not run"))
        .anyMatch(lost -> lost.startsWith("notes.txt: it is not copied"))
        .anyMatch(lost -> lost.contains("`assets/gone` is named here, but is not there"));
    assertThat(file("TODO-import.md")).contains("- `harm.sh`: it is not run", "- `notes.txt`:");
  }

  @Test
  void steps_at_the_top_level_are_read_and_that_is_said() throws IOException {
    Path scenario = Files.createDirectories(folder.resolve("odd"));
    Files.writeString(
        scenario.resolve("index.json"), "{\"steps\": [{\"title\": \"Go\"}], \"time\": \"5\"}");

    ScenarioImport.Outcome read = ScenarioImport.write(scenario, folder, NO_COMMANDS);

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

    ScenarioImport.write(space, folder, NO_COMMANDS);

    Lesson lesson = lesson("space");
    assertThat(lesson.title()).isEqualTo("Boxes");
    assertThat(lesson.steps()).extracting(Step::title).containsExactly("Run");
    assertThat(lesson.steps().getFirst().solution().text())
        .isEqualTo("cat > compose.yaml <<'EOF'\nservices: {}\nEOF\ndocker ps");
    assertThat(lesson.steps().getFirst().prose()).contains("the page (http://localhost:3000)");
    assertThat(file("files/10-space/app.js")).isEqualTo("1");
  }

  private Lesson lesson(String name) {
    return Course.open(folder).lesson(new LessonId(name));
  }
}
