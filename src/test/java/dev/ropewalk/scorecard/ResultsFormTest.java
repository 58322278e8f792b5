package dev.ropewalk.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Results as JSON, read by ourselves and by somebody else's validator. */
final class ResultsFormTest {
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(ResultsForm.schema(), InputFormat.JSON);

  @Test
  void results_are_read_back_as_they_were_written() {
    Results results = SampleResults.results();

    assertThat(ResultsForm.results(ResultsForm.write(results))).isEqualTo(results);
  }

  @Test
  void a_submission_takes_one_line_and_is_read_back() {
    Scorecard card = SampleResults.results().submissions().get(2);

    String line = ResultsForm.write(card);

    assertThat(line).doesNotContain("\n");
    assertThat(ResultsForm.scorecard(line)).isEqualTo(card);
  }

  @Test
  void the_schema_accepts_what_is_written() {
    assertThat(errors(ResultsForm.write(SampleResults.results()))).isEmpty();
  }

  @Test
  void the_schema_refuses_another_word_and_another_field() {
    String text = ResultsForm.write(SampleResults.results());

    assertThat(errors(text.replace("\"errored\"", "\"zero\""))).isNotEmpty();
    assertThat(errors(text.replaceFirst("\"course\"", "\"class\""))).hasSize(2);
  }

  @Test
  void a_whole_with_trouble_of_ours_is_errored_and_one_that_stopped_halfway_failed() {
    assertThat(Status.of(List.of(Status.PASSED, Status.FAILED, Status.ERRORED)))
        .isEqualTo(Status.ERRORED);
    assertThat(Status.of(List.of(Status.PASSED, Status.BLOCKED))).isEqualTo(Status.FAILED);
    assertThat(Status.of(List.of(Status.BLOCKED))).isEqualTo(Status.BLOCKED);
  }

  @Test
  void points_are_kept_to_a_hundredth() {
    assertThat(new Points(1, 3).scaledTo(10).words()).isEqualTo("3.33 of 10 points");
    assertThat(new Points(7.5, 10).without(20).words()).isEqualTo("6 of 10 points");
  }

  private static List<Error> errors(String json) {
    return SCHEMA.validate(json, InputFormat.JSON);
  }
}
