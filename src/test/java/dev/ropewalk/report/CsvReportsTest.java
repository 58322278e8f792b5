package dev.ropewalk.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.scorecard.Results;
import dev.ropewalk.scorecard.SampleResults;
import dev.ropewalk.scorecard.Scorecard;
import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files for gradebooks, read by a reader of RFC 4180. */
final class CsvReportsTest {
  @Test
  void canvas_has_its_columns_the_points_to_be_had_and_a_row_for_each() throws Exception {
    List<CSVRecord> rows = read(new CanvasReport(), SampleResults.results());

    assertThat(rows.getFirst().toList())
        .containsExactly("Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Port binding");
    assertThat(rows.get(1).get(0)).contains("Points Possible");
    assertThat(rows.get(1).get(5)).isEqualTo("10");
    assertThat(rows.get(2).toList()).containsExactly("ADA", "", "ada1", "ada1", "", "9");
    assertThat(rows).hasSize(8).allMatch(row -> row.size() == 6);
  }

  @Test
  void our_trouble_is_no_grade_and_a_missing_submission_is_none_until_it_was_due()
      throws Exception {
    Results early = SampleResults.results();
    Results.Setting then = early.setting();
    Results late =
        new Results(
            early.format(),
            early.ropewalk(),
            early.course(),
            early.graded(),
            early.rules(),
            early.shard(),
            new Results.Setting(
                then.engine(), then.trust(), then.stops(), then.lets(), true, true, false),
            early.lessons(),
            early.submissions());

    assertThat(read(new CanvasReport(), early).get(5).get(5)).isEmpty();
    assertThat(read(new CanvasReport(), early).get(6).get(5)).isEmpty();
    assertThat(read(new MoodleReport(), early).get(4).get(3)).isEqualTo("-");
    assertThat(read(new MoodleReport(), early).get(5).get(3)).isEqualTo("-");
    assertThat(read(new CanvasReport(), late).get(5).get(5)).isEmpty();
    assertThat(read(new CanvasReport(), late).get(6).get(5)).isEqualTo("0");
    assertThat(read(new MoodleReport(), late).get(4).get(3)).isEqualTo("-");
    assertThat(read(new MoodleReport(), late).get(5).get(3)).isEqualTo("0");
  }

  @Test
  void the_feedback_of_moodle_has_nothing_that_students_may_not_see() throws Exception {
    CSVRecord bob = read(new MoodleReport(), SampleResults.results()).get(2);

    assertThat(bob.get(4))
        .isEqualTo(
            "Port binding: Publish a port: failed, 3 of 6 points. 10 percent are taken off. More"
                + " is shown later.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        " =1",
        "\n=1",
        "\u202E=1",
        "=\"a\",b\r\nc"
      })
  void no_cell_is_a_formula(String name) throws Exception {
    Results results = named(name);

    for (Report report : List.of(new CanvasReport(), new MoodleReport())) {
      List<CSVRecord> rows = read(report, results);

      assertThat(rows).as(report.name()).allMatch(row -> row.size() == rows.getFirst().size());
      assertThat(rows.getLast())
          .filteredOn(cell -> !cell.equals("-"))
          .noneMatch(cell -> cell.matches("(?s)\\s*[=+@\\t\\r-].*"))
          .anyMatch(cell -> cell.startsWith("'"));
    }
  }

  private static Results named(String name) {
    Results all = SampleResults.results();
    Scorecard ada = all.submissions().getFirst();
    Scorecard other =
        new Scorecard(
            name,
            new Scorecard.Student(name, name, name),
            ada.submitted(),
            ada.sha256(),
            ada.status(),
            ada.points(),
            ada.late(),
            ada.seed(),
            ada.attempts(),
            ada.times(),
            ada.notes(),
            ada.lessons(),
            ada.evidence());
    return all.of(List.of(other));
  }

  private static List<CSVRecord> read(Report report, Results results) throws IOException {
    try (CSVParser parser =
        CSVParser.parse(report.files(results).getFirst().text(), CSVFormat.RFC4180)) {
      return parser.getRecords();
    }
  }
}
