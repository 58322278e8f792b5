package dev.ropewalk.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The {@code result.json} of Classroom 50, by the contract that it publishes (<a
 * href="https://github.com/foundation50/classroom50/wiki/Advanced-Autograding">Advanced
 * Autograding</a> and {@code schemas/result-v1.schema.json} of its repository), which is told here
 * in our own words.
 */
final class Classroom50ReportTest {
  private static final String CONTRACT =
      """
      {"type": "object", "additionalProperties": false,
       "required": ["schema", "classroom", "assignment", "assignment_type", "owner", "submission",
         "commit", "release", "review", "datetime", "score", "max-score", "tests"],
       "properties": {
         "schema": {"const": "classroom50/result/v1"},
         "classroom": {"type": "string", "minLength": 1},
         "assignment": {"type": "string", "minLength": 1},
         "assignment_type": {"enum": ["individual", "group", "team"]},
         "owner": {"type": "string", "minLength": 1},
         "submission": {"type": "string", "pattern": "^submit/"},
         "commit": {"type": "string", "minLength": 1},
         "release": {"type": "string", "minLength": 1},
         "review": {"type": "string", "minLength": 1},
         "datetime": {"$ref": "#/$defs/second"},
         "graded_at": {"$ref": "#/$defs/second"},
         "score": {"type": "integer", "minimum": 0},
         "max-score": {"type": "integer", "minimum": 0},
         "tests": {"type": "array", "items": {
           "type": "object",
           "required": ["test-name", "passed", "score", "max-score"],
           "properties": {
             "test-name": {"type": "string", "minLength": 1},
             "passed": {"type": "boolean"},
             "score": {"type": "integer", "minimum": 0},
             "max-score": {"type": "integer", "minimum": 0}}}}},
       "$defs": {"second": {"type": "string",
         "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"}}}
      """;

  @Test
  void the_contract_accepts_each_file() {
    assertThat(files()).hasSize(4).allSatisfy(file -> assertThat(errors(file.text())).isEmpty());
  }

  @Test
  void the_contract_refuses_points_that_are_not_whole() {
    assertThat(errors(files().get(1).text().replace("\"score\" : 3", "\"score\" : 2.7")))
        .isNotEmpty();
  }

  @Test
  void what_students_may_not_see_yet_is_not_published() {
    assertThat(files().getFirst().text()).contains("\"max-score\" : 6").doesNotContain("Ask it");
  }

  @Test
  void outside_of_its_runner_it_says_what_is_missing() {
    assertThat(new Classroom50Report(Map.of("CLASSROOM", "x", "USERNAME", "ada")).obstacle())
        .contains(
            "the runner of Classroom 50 has not set ASSIGNMENT, SUBMISSION_TAG, COMMIT_URL,"
                + " RELEASE_URL");
    assertThat(new Classroom50Report(ReportTest.RUNNER).obstacle()).isEmpty();
  }

  private static List<Report.File> files() {
    return ReportTest.files(new Classroom50Report(ReportTest.RUNNER));
  }

  private static List<Error> errors(String json) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(CONTRACT, InputFormat.JSON)
        .validate(json, InputFormat.JSON);
  }
}
