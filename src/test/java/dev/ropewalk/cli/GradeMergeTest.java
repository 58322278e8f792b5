package dev.ropewalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.scorecard.ResultsForm;
import dev.ropewalk.scorecard.SampleResults;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of results, put together at the command line. */
final class GradeMergeTest {
  @TempDir private Path folder;
  private final StringWriter err = new StringWriter();
  private Path graded;

  @BeforeEach
  void grade() throws Exception {
    graded = Files.createDirectory(folder.resolve("graded"));
    Files.writeString(graded.resolve("results.json"), ResultsForm.write(SampleResults.results()));
    Files.writeString(graded.resolve("grading.jsonl"), "{}\n");
  }

  @Test
  void a_folder_to_be_shown_to_others_names_nobody_in_any_file_or_name_of_one() throws Exception {
    Path shown = folder.resolve("shown");

    assertThat(run(shown, "--pseudonyms")).as(err.toString()).isEqualTo(ExitCode.NOT_PASSED);

    try (Stream<Path> all = Files.walk(shown)) {
      List<Path> files = all.filter(Files::isRegularFile).toList();
      assertThat(files).isNotEmpty();
      for (Path file : files) {
        assertThat(shown.relativize(file) + "\n" + Files.readString(file))
            .doesNotContainIgnoringCase("bob")
            .doesNotContainIgnoringCase("zoe")
            .doesNotContain("example.org");
      }
    }
    assertThat(shown.resolve("grading.jsonl")).doesNotExist();
    assertThat(shown.resolve("evidence")).doesNotExist();
  }

  @Test
  void a_folder_that_has_a_grading_is_refused_with_an_option_that_merge_has() {
    for (String more : List.of("", "--pseudonyms")) {
      assertThat(run(graded, more)).isEqualTo(ExitCode.WRONG_USE);

      assertThat(err.toString()).contains("has the log of a grading").contains("`--out`");
      assertThat(err.toString()).doesNotContain("--resume");
    }
  }

  private int run(Path out, String more) {
    Places places =
        new Places(
            Path.of("").toAbsolutePath(),
            folder.resolve("state"),
            folder.resolve("cache"),
            folder.resolve("home"));
    Context context =
        new Context(
            Map.of("PATH", ""),
            places,
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            Clock.systemUTC());
    String line = "grade merge %s --out %s %s".formatted(graded, out, more).strip();
    return Main.run(context, line.split(" "));
  }
}
