package dev.ropewalk.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The Common Test Report Format, by the schema that its authors publish. */
final class CtrfReportTest {
  private static final Path SCHEMA = Path.of("src/test/resources/reports/ctrf-schema-0.0.json");

  @Test
  void the_published_schema_accepts_the_report() throws Exception {
    assertThat(errors(report())).isEmpty();
  }

  @Test
  void the_published_schema_refuses_another_status_and_a_missing_summary() throws Exception {
    assertThat(errors(report().replaceFirst("\"skipped\"", "\"blocked\""))).isNotEmpty();
    assertThat(errors(report().replace("\"summary\"", "\"sums\""))).isNotEmpty();
  }

  @Test
  void the_summary_counts_each_check_once() {
    assertThat(report().replaceAll("\\s+", ""))
        .contains(
            "\"tests\":13,\"passed\":5,\"failed\":4,\"skipped\":3,\"pending\":0,\"other\":1,\"suites\":6");
  }

  private static String report() {
    return ReportTest.files(new CtrfReport()).getFirst().text();
  }

  private static List<Error> errors(String json) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(Files.readString(SCHEMA), InputFormat.JSON);
    return schema.validate(json, InputFormat.JSON);
  }
}
