package dev.ropewalk.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options of `grade` of which one would do nothing. */
final class GradeOptionsTest {
  @TempDir private Path folder;
  private final StringWriter err = new StringWriter();

  private int run(String line) {
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
    return Main.run(
        context, ("grade images-and-containers " + line.replace("DIR", "" + folder)).split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "--rejudge DIR --from DIR, `--rejudge` and `--from`",
    "--rejudge DIR --jobs 2, `--rejudge` and `--jobs`",
    "--rejudge DIR --resume, `--rejudge` and `--resume`",
    "--rejudge DIR --rerun, `--rejudge` and `--rerun`",
    "--rejudge DIR --here ada, `--rejudge` and `--here`",
    "--rejudge DIR --trust none, `--rejudge` and `--trust`",
    "--here ada --resume --out DIR, `--here` and `--resume`",
    "--here ada --rerun --out DIR, `--here` and `--rerun`",
    "--here ada --from DIR --out DIR, `--here` and `--from`",
    "--from DIR --resume --rerun --out DIR, `--resume` and `--rerun`",
  })
  void what_contradicts_itself_is_refused_with_both_names(String line, String names) {
    assertThat(run(line)).isEqualTo(ExitCode.WRONG_USE);

    assertThat(err.toString()).startsWith("error: " + names + " do not go together");
  }

  @ParameterizedTest
  @CsvSource({"--grace 5m, `--grace`", "--late-per-day 10, `--late-per-day`"})
  void what_does_nothing_alone_is_refused(String line, String name) {
    assertThat(run("--out DIR --from DIR " + line)).isEqualTo(ExitCode.WRONG_USE);

    assertThat(err.toString()).startsWith("error: " + name + " does nothing without `--due`");
  }

  @Test
  void a_roster_that_is_not_there_is_told_and_no_bug() throws Exception {
    Files.writeString(
        Files.createDirectories(folder.resolve("ada")).resolve("commands.sh"), "true");

    assertThat(run("DIR/ada --out DIR/out --roster DIR/none.csv")).isEqualTo(ExitCode.WRONG_USE);

    assertThat(err.toString()).contains("none.csv` cannot be read: there is no such file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--from DIR/none --out DIR/out | none` of `--from` is not there",
        "--from DIR/a-file --out DIR/out | a-file` of `--from` is a file, and no folder",
        "--from DIR/all --out DIR/a-file | a-file` of `--out` is a file, and no folder",
        "--from DIR/all --out DIR/out --due 2026-12-01T12:00:00Z --late-per-day 150 | `--late-per-day 150` takes off",
        "--from DIR/all --out DIR/out --due 2026-12-01T12:00:00Z --grace 1h30 | `1h30` is no duration; write for instance",
        "--from DIR/all --out DIR/out --due 2026-12-01T12:00:00Z --grace 1h30m --roster DIR/none.csv | none.csv` cannot be read",
        "--from DIR/all --out DIR/out --roster DIR/latin.csv | latin.csv` is no text in UTF-8: see line 2",
        "--from DIR/all --out DIR/out --roster DIR/open.csv | the quote that opens in line 2 of the roster",
        "--from DIR/all --out DIR/out --roster DIR/case.csv | line 3 of the roster has the id `ADA`, and the submission is named `ada`",
        "--from DIR/all --out DIR/out --due tomorrow | `tomorrow` is no time; write for instance",
        "nosuch --from DIR/all --out DIR/out | `nosuch` is neither a lesson nor a folder",
        "--from DIR/all --out DIR/out --roster DIR/a-file | no column `id` in its first row, which is `name,student`",
      })
  void what_is_not_there_or_another_kind_of_thing_is_told_and_no_bug(String line, String told)
      throws Exception {
    Files.writeString(folder.resolve("a-file"), "name,student\nAda,ada\n");
    Files.write(folder.resolve("latin.csv"), "id,name\nada,Zo\u00eb\n".getBytes(ISO_8859_1));
    Files.writeString(folder.resolve("open.csv"), "id,name\nada,\"Ada\nbob,Bob\n");
    Files.writeString(folder.resolve("case.csv"), "id\nbob\nADA\n");
    Files.writeString(
        Files.createDirectories(folder.resolve("all/ada")).resolve("commands.sh"), "true");

    assertThat(run(line)).as(err.toString()).isEqualTo(ExitCode.WRONG_USE);

    assertThat(err.toString()).contains(told);
  }

  @Test
  void a_submission_beside_a_folder_to_judge_again_is_refused() throws Exception {
    Path ada = Files.createDirectories(folder.resolve("ada"));

    assertThat(run(ada + " --rejudge DIR")).isEqualTo(ExitCode.WRONG_USE);

    assertThat(err.toString()).startsWith("error: `ada` is no lesson, and `--rejudge` judges");
  }
}
