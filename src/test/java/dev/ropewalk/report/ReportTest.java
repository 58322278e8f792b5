package dev.ropewalk.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.Golden;
import dev.ropewalk.scorecard.Results;
import dev.ropewalk.scorecard.SampleResults;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every format. */
final class ReportTest {
  /** What the runner of Classroom 50 sets. */
  static final Map<String, String> RUNNER =
      Map.of(
          "CLASSROOM", "docker",
          "ASSIGNMENT", "ports",
          "ASSIGNMENT_TYPE", "individual",
          "OWNER", "ada",
          "SUBMISSION_TAG", "submit/2026-11-27T12-59-00Z-a1b2c3d",
          "COMMIT_URL", "https://github.com/x/docker-ports-ada/commit/a1b2c3d",
          "RELEASE_URL", "https://github.com/x/docker-ports-ada/releases/tag/submit%2F1");

  static Stream<Report> formats() {
    return Report.all(RUNNER).stream();
  }

  /** The files of a format for the sample class. */
  static List<Report.File> files(Report report) {
    return report.files(SampleResults.results());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formats")
  void a_report_is_as_in_the_golden_files(Report report) {
    StringBuilder all = new StringBuilder();
    for (Report.File file : files(report)) {
      all.append("==== ").append(file.path()).append('\n').append(file.text());
    }

    Golden.assertSame("report/" + report.name() + ".txt", all.toString());
  }

  /** Our own JSON keeps what was typed as it was: JSON has escapes for it. */
  static Stream<Report> formatsForPeople() {
    return formats().filter(report -> !(report instanceof JsonReport));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formatsForPeople")
  void no_control_character_and_no_change_of_direction_is_left(Report report) {
    assertThat(files(report))
        .allSatisfy(
            file ->
                assertThat(file.text().codePoints())
                    .noneMatch(c -> c < ' ' && c != '\n' && c != '\r')
                    .noneMatch(c -> c == 0x7F || c >= 0x202A && c <= 0x202E)
                    .noneMatch(c -> c >= 0xD800 && c <= 0xDFFF));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formats")
  void paths_are_made_of_harmless_signs_and_each_is_there_once(Report report) {
    List<String> paths = files(report).stream().map(Report.File::path).toList();

    assertThat(paths)
        .doesNotHaveDuplicates()
        .allMatch(
            path -> path.matches("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formats")
  void a_class_of_nobody_has_a_report_too(Report report) {
    Results all = SampleResults.results();
    Results nobody = all.of(List.of());

    assertThat(report.files(nobody)).allSatisfy(file -> assertThat(file.text()).isNotNull());
  }

  @Test
  void each_format_has_a_name_of_its_own() {
    assertThat(Report.all(RUNNER)).extracting(Report::name).doesNotHaveDuplicates();
  }
}
