package dev.ropewalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** `ropewalk author`, from its arguments to its exit code. */
final class AuthorCommandTest {
  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    Places places =
        new Places(
            folder, folder.resolve("state"), folder.resolve("cache"), folder.resolve("home"));
    Map<String, String> environment = Map.of("PATH", "", "COLUMNS", "60");
    Context context =
        new Context(
            environment, places, new PrintWriter(out), new PrintWriter(err), Clock.systemUTC());
    String[] words = Stream.concat(Stream.of("author"), Stream.of(args)).toArray(String[]::new);
    return Main.run(context, words);
  }

  private void begin(String slug) {
    assertThat(run("new", slug, "--course", folder.toString())).isZero();
    out.getBuffer().setLength(0);
  }

  @Test
  void lint_of_a_good_course_ends_with_0() {
    begin("logs");

    int code = run("lint");

    assertThat(code).isEqualTo(ExitCode.PASSED);
    assertThat(out).hasToString("0 errors, 0 warnings" + System.lineSeparator());
  }

  @Test
  void a_proof_that_cannot_be_begun_says_why() {
    begin("logs");

    assertThat(run("prove", "--part", "3/2")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(run("prove", "--jobs", "0")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(run("prove", "nothing")).isEqualTo(ExitCode.WRONG_USE);
    assertThat(run("prove", "--json", folder.resolve("no/such.json").toString()))
        .isEqualTo(ExitCode.WRONG_USE);

    assertThat(err.toString())
        .contains(
            "`3/2` is no part",
            "`--jobs 0` leaves nobody to work",
            "there is no lesson `nothing`",
            "there is no folder for `");
  }

  @Test
  void lint_of_a_broken_course_ends_with_3_and_names_the_place() throws IOException {
    begin("logs");
    edit("checks/10-logs.yaml", "state: running", "stat: running");

    int code = run("lint", "logs", "--json");

    assertThat(code).isEqualTo(ExitCode.BROKEN_COURSE);
    assertThat(out.toString())
        .contains("\"errors\" : 1", "\"file\" : \"checks/10-logs.yaml\"", "\"line\" : 10");
  }

  @Test
  void warnings_matter_only_when_asked_to() throws IOException {
    begin("logs");
    edit("lessons/10-logs.md", "> **Do:** Remove", "Remove");

    assertThat(run("lint")).isEqualTo(ExitCode.PASSED);
    assertThat(run("lint", "--strict")).isEqualTo(ExitCode.NOT_PASSED);
    assertThat(out.toString()).contains("lessons/10-logs.md:15:1: warning:", "0 errors, 1 warning");
  }

  @Test
  void a_lesson_that_is_there_already_is_wrong_use() {
    begin("logs");

    assertThat(run("new", "logs", "--course", folder.toString())).isEqualTo(ExitCode.WRONG_USE);
    assertThat(run("new", "Logs!", "--course", folder.toString())).isEqualTo(ExitCode.WRONG_USE);
    assertThat(err.toString())
        .contains("there is a lesson `logs` already", "cannot be the name of a lesson");
  }

  @Test
  void a_preview_without_a_terminal_is_shown_once() {
    begin("logs");

    int code = run("preview", "logs/clean-up", "--once");

    assertThat(code).isEqualTo(ExitCode.PASSED);
    assertThat(out.toString()).contains("Clean up", "Hint 2 of 2", "docker rm -f box-logs");
  }

  @Test
  void schema_and_reference_are_printed_and_the_bare_word_explains_itself() {
    assertThat(run("schema")).isZero();
    assertThat(out.toString()).startsWith("{").contains("https://json-schema.org/draft/2020-12");
    assertThat(run("reference")).isZero();
    assertThat(out.toString()).contains("# Lessons and the check language");
    assertThat(run()).isEqualTo(ExitCode.WRONG_USE);
    assertThat(err.toString()).contains("lint", "new", "preview", "schema", "reference");
  }

  @Test
  void an_import_says_what_it_wrote_and_what_is_left_to_do() throws IOException {
    String from = "src/test/resources/killercoda/notes-on-a-volume";

    int code = run("import", "killercoda", from, "--out", folder.toString());

    assertThat(code).isEqualTo(ExitCode.PASSED);
    assertThat(out.toString())
        .contains(
            "wrote " + folder.resolve("lessons/10-notes-on-a-volume.md"),
            "say it as `volume: notes`");
    assertThat(run("lint")).isEqualTo(ExitCode.PASSED);
    assertThat(run("import", "killercoda", from, "--out", folder.toString()))
        .isEqualTo(ExitCode.WRONG_USE);
    assertThat(err.toString()).contains("in the course already; nothing is written");
  }

  @Test
  void an_import_of_what_is_no_scenario_is_wrong_use_and_of_a_broken_one_3() throws IOException {
    String to = folder.resolve("out").toString();
    Path from = Files.createDirectory(folder.resolve("from"));

    assertThat(run("import", "killercoda", from.toString(), "--out", to))
        .isEqualTo(ExitCode.WRONG_USE);
    assertThat(run("import", "killercoda", from + "/gone", "--out", to))
        .isEqualTo(ExitCode.WRONG_USE);
    assertThat(run("import", "moodle", from.toString())).isEqualTo(ExitCode.WRONG_USE);
    Files.writeString(from.resolve("index.json"), "{,}");
    assertThat(run("import", "killercoda", from.toString(), "--out", to))
        .isEqualTo(ExitCode.BROKEN_COURSE);

    assertThat(err.toString())
        .contains(
            "there is no `index.json`",
            "there is no folder",
            "moodle",
            "index.json:1:2: error: this is not JSON")
        .doesNotContain("\tat ");
    assertThat(Path.of(to)).doesNotExist();
  }

  private void edit(String name, String from, String to) throws IOException {
    Path file = folder.resolve(name);
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }
}
