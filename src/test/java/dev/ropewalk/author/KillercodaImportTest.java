package dev.ropewalk.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ropewalk.Golden;
import dev.ropewalk.command.CommandTable;
import dev.ropewalk.lesson.Course;
import dev.ropewalk.lesson.Lesson;
import dev.ropewalk.lesson.LessonId;
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
final class KillercodaImportTest {
  private static final Path SCENARIOS = Path.of("src", "test", "resources", "killercoda");

  @TempDir private Path folder;

  private KillercodaImport.Outcome read(String name) throws IOException {
    return KillercodaImport.write(SCENARIOS.resolve(name), folder);
  }

  private String file(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  @Test
  void a_scenario_becomes_a_lesson_and_a_list_of_what_is_left_to_do() throws IOException {
    KillercodaImport.Outcome outcome = read("notes-on-a-volume");

    assertThat(outcome.problems()).isEmpty();
    assertThat(outcome.files())
        .extracting(each -> folder.relativize(each).toString())
        .containsExactly(
            "lessons/10-notes-on-a-volume.md",
            "checks/10-notes-on-a-volume.yaml",
            "TODO-killercoda.md");
    assertThat(file("TODO-killercoda.md")).endsWith(outcome.todo());
    Golden.assertSame(
        "author/killercoda.txt",
        file("lessons/10-notes-on-a-volume.md")
            + "\n=====\n"
            + file("checks/10-notes-on-a-volume.yaml")
            + "\n=====\n"
            + file("TODO-killercoda.md"));
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
    KillercodaImport.Outcome outcome = KillercodaImport.write(SCENARIOS, folder);

    assertThat(outcome.lessons())
        .extracting(LessonId::slug)
        .containsExactly("three", "one", "second", "first", "notes-on-a-volume");
  }

  @Test
  void nothing_is_written_over_and_lessons_follow_those_that_are_there() throws IOException {
    read("notes-on-a-volume");
    String before = file("checks/10-notes-on-a-volume.yaml");

    assertThatExceptionOfType(FileAlreadyExistsException.class)
        .isThrownBy(() -> KillercodaImport.write(SCENARIOS, folder))
        .withMessageContaining("10-notes-on-a-volume");
    read("course");

    assertThat(file("checks/10-notes-on-a-volume.yaml")).isEqualTo(before);
    assertThat(folder.resolve("lessons/20-three.md")).exists();
    try (Stream<Path> all = Files.list(folder.resolve("lessons"))) {
      assertThat(all).hasSize(3);
    }
    assertThat(file("TODO-killercoda.md")).contains("## 10-notes", "## 20-three");
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

    KillercodaImport.Outcome outcome = KillercodaImport.write(scenarios, folder.resolve("out"));

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

    KillercodaImport.Outcome outcome = KillercodaImport.write(in, folder.resolve("out"));

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

    KillercodaImport.write(scenario, folder);

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

    KillercodaImport.write(scenario, folder);

    assertThat(lesson("odd").steps().getFirst().checks().getFirst().claim().toString())
        .isEqualTo("ScriptClaim[text=%s, limit=PT10S]".formatted(kept(script)));
  }

  private static String kept(String script) {
    String plain = script.replace("\r\n", "\n").strip();
    return plain.contains("\n") && plain.chars().noneMatch(c -> c == 0x1b || c == 0x2028)
        ? plain + "\n"
        : plain;
  }

  private Lesson lesson(String name) {
    return Course.open(folder).lesson(new LessonId(name));
  }
}
