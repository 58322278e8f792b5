package dev.ropewalk.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ropewalk.scorecard.SampleResults;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What Gradescope reads. It publishes no schema: these are the rules of <a
 * href="https://gradescope-autograders.readthedocs.io/en/latest/specs/">its specification</a>.
 */
final class GradescopeReportTest {
  private static final Set<String> KNOWN =
      Set.of(
          "score",
          "execution_time",
          "output",
          "output_format",
          "test_output_format",
          "test_name_format",
          "stdout_visibility",
          "extra_data",
          "tests");
  private static final Set<String> KNOWN_OF_TESTS =
      Set.of("name", "score", "max_score", "status", "output", "visibility");

  @Test
  void who_was_graded_has_a_file_and_our_trouble_and_who_is_missing_have_none() {
    assertThat(ReportTest.files(new GradescopeReport()))
        .extracting(Report.File::path)
        .containsExactly(
            "gradescope/ada.json",
            "gradescope/bob.json",
            "gradescope/eve.json",
            "gradescope/" + Report.fileName(SampleResults.HOSTILE_ID) + ".json");
  }

  @Test
  void each_member_is_one_that_gradescope_knows() throws Exception {
    for (Report.File file : ReportTest.files(new GradescopeReport())) {
      JsonNode all = new ObjectMapper().readTree(file.text());

      assertThat(KNOWN).containsAll(names(all));
      assertThat(all.get("score").isNumber()).isTrue();
      for (JsonNode test : all.get("tests")) {
        assertThat(KNOWN_OF_TESTS).containsAll(names(test));
        assertThat(test.get("status").asText()).isIn("passed", "failed");
        assertThat(test.get("visibility").asText())
            .isIn("hidden", "after_due_date", "after_published", "visible");
        assertThat(test.get("score").asDouble())
            .isLessThanOrEqualTo(test.get("max_score").asDouble());
      }
    }
  }

  @Test
  void gradescope_is_told_what_to_hide_and_that_all_is_text() throws Exception {
    JsonNode bob =
        new ObjectMapper().readTree(ReportTest.files(new GradescopeReport()).get(1).text());

    assertThat(bob.get("tests").findValuesAsText("visibility"))
        .containsExactly("visible", "after_due_date");
    assertThat(bob.get("test_output_format").asText()).isEqualTo("text");
    assertThat(bob.get("stdout_visibility").asText()).isEqualTo("hidden");
    assertThat(bob.get("score").asDouble()).isEqualTo(2.7);
  }

  private static List<String> names(JsonNode node) {
    return node.properties().stream().map(java.util.Map.Entry::getKey).toList();
  }
}
