package dev.ropewalk.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ropewalk.scorecard.SampleResults;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * TAP 14, as the parser of Perl reads it, from where TAP comes. Version 14 is made so that it can
 * be read as version 13, the newest that this parser has known for years: a subtest is then passed
 * over, and is read here by itself.
 */
final class TapReportTest {
  /** Tells each line as what it is understood, and what the parser has to complain of. */
  private static final String READER =
      """
      use TAP::Parser;
      binmode(STDOUT, ":utf8");
      my $parser = TAP::Parser->new({ source => $ARGV[0] });
      while (my $line = $parser->next) {
        next if $line->type eq 'unknown' || $line->type eq 'comment';
        my $is = $line->type;
        $is .= $line->is_ok ? ' ok' : ' not ok' if $line->is_test;
        $is .= ' skip' if $line->is_test && $line->has_skip;
        $is .= ' ' . $line->description if $line->is_test;
        $is .= ' ' . join('; ', map { $_ . '=' . $line->data->{$_} } sort keys %{$line->data})
          if $line->is_yaml;
        print "$is\\n";
      }
      print "error: $_\\n" for $parser->parse_errors;
      """;

  @TempDir private Path folder;

  @Test
  void a_test_point_for_each_submission_and_no_complaint() throws Exception {
    List<String> read = read(tap());

    assertThat(read)
        .filteredOn(line -> !line.startsWith("yaml"))
        .containsExactly(
            "version",
            "plan",
            "test ok - ada",
            "test not ok - bob",
            "test not ok - eve",
            "test not ok - joe",
            "test not ok - zoe",
            "test not ok - " + Harmless.line(SampleResults.HOSTILE_ID).replace("#", "\\#"));
  }

  @Test
  void a_subtest_is_whole_by_itself_with_what_was_found() throws Exception {
    List<String> read = read("TAP version 14\n" + subtest(3));

    assertThat(read).hasSize(6);
    assertThat(read.subList(0, 4))
        .containsExactly(
            "version",
            "plan",
            "test ok - port-binding/publish-a-port: the container `web` runs",
            "test not ok - port-binding/publish-a-port: port 8080 leads to port 80");
    assertThat(read.get(4))
        .startsWith("yaml expected=8080; found=49153; kind=wrong_detail; message=`docker run`")
        .contains("=HYPERLINK(\"http://x\",\"y\") <script>");
    assertThat(read.get(5)).startsWith("test ok skip");
  }

  /** The lines of a subtest, without their indent. */
  private static String subtest(int number) {
    StringBuilder lines = new StringBuilder();
    int at = 0;
    for (String line : tap().lines().toList()) {
      at += line.startsWith("# Subtest:") ? 1 : 0;
      if (at == number && line.startsWith("    ")) {
        lines.append(line.substring(4)).append('\n');
      }
    }
    return lines.toString();
  }

  private static String tap() {
    return ReportTest.files(new TapReport()).getFirst().text();
  }

  private List<String> read(String tap) throws IOException, InterruptedException {
    Path file =
        Files.writeString(
            folder.resolve("results.tap"), tap.replace("TAP version 14", "TAP version 13"));
    Path reader = Files.writeString(folder.resolve("read.pl"), READER);
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/perl")), "there is no perl");
    Process perl =
        new ProcessBuilder("/usr/bin/perl", reader.toString(), file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(perl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(perl.waitFor()).as(said).isZero();
    return said.lines().toList();
  }
}
