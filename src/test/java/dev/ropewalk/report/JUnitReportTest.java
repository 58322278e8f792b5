package dev.ropewalk.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.scorecard.SampleResults;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.Test;

/** JUnit XML, as the reader of Maven's Surefire understands it. */
final class JUnitReportTest {
  @Test
  void the_reader_of_surefire_finds_each_check_and_how_it_stands() throws Exception {
    List<ReportTestCase> cases = read();

    assertThat(cases).hasSize(13);
    assertThat(cases).filteredOn(ReportTestCase::hasFailure).hasSize(4);
    assertThat(cases).filteredOn(ReportTestCase::hasError).hasSize(1);
    assertThat(cases).filteredOn(ReportTestCase::hasSkipped).hasSize(3);
  }

  @Test
  void the_counts_of_a_suite_are_those_of_its_cases() {
    assertThat(xml())
        .contains("<testsuite name=\"bob\" tests=\"3\" failures=\"1\" errors=\"0\" skipped=\"1\"")
        .contains("<testsuite name=\"joe\" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\"");
  }

  @Test
  void a_failed_check_has_its_kind_its_reason_and_what_was_found() throws Exception {
    ReportTestCase failed = failure("bob");

    assertThat(failed.getName()).isEqualTo("port 8080 leads to port 80");
    assertThat(failed.getFailureType()).isEqualTo("wrong_detail");
    assertThat(failed.getFailureMessage()).endsWith("Say which: `-p 8080:80`.");
    assertThat(failed.getFailureDetail()).startsWith("expected: 8080\nfound: 49153\n");
  }

  @Test
  void what_a_student_typed_ends_no_element_and_begins_none() throws Exception {
    assertThat(failure("eve").getFailureMessage())
        .contains("=HYPERLINK(\"http://x\",\"y\") <script>alert('1')</script> ]]> ^[[31mred^G ^@");
    assertThat(failure(Harmless.line(SampleResults.HOSTILE_ID)).getFailureMessage())
        .contains("::warning::<b>|");
  }

  private static ReportTestCase failure(String submission) throws Exception {
    String owner = submission + ".port-binding.publish-a-port";
    return read().stream()
        .filter(each -> owner.equals(each.getFullClassName()) && each.hasFailure())
        .findFirst()
        .orElseThrow();
  }

  private static List<ReportTestCase> read() throws Exception {
    byte[] xml = xml().getBytes(StandardCharsets.UTF_8);
    return new TestSuiteXmlParser(new NullConsoleLogger())
            .parse(new InputStreamReader(new ByteArrayInputStream(xml), StandardCharsets.UTF_8))
            .stream()
            .flatMap(suite -> suite.getTestCases().stream())
            .toList();
  }

  private static String xml() {
    return ReportTest.files(new JUnitReport()).getFirst().text();
  }
}
