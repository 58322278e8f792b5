package dev.ropewalk.author;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.lesson.LessonId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenarios that are broken, hostile or only odd. */
final class BrokenScenariosTest {
  @TempDir private Path folder;
  private final ImportedCourse course = new ImportedCourse(() -> folder);

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
        ScenarioImport.write(scenarios, folder.resolve("out"), ImportedCourse.NO_COMMANDS);

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

    ScenarioImport.write(scenario, folder, ImportedCourse.NO_COMMANDS);

    assertThat(course.lesson("odd").steps()).hasSize(2);
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

    ScenarioImport.write(scenario, folder, ImportedCourse.NO_COMMANDS);

    assertThat(course.lesson("odd").steps().getFirst().checks().getFirst().claim().toString())
        .isEqualTo("ScriptClaim[text=%s, limit=PT10S]".formatted(kept(script)));
  }

  private static String kept(String script) {
    String plain = script.replace("\r\n", "\n").strip();
    return plain.contains("\n") && plain.chars().noneMatch(c -> c == 0x1b || c == 0x2028)
        ? plain + "\n"
        : plain;
  }
}
