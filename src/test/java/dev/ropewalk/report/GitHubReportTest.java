package dev.ropewalk.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.scorecard.SampleResults;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What GitHub Actions reads. */
final class GitHubReportTest {
  private static final String TYPED = Harmless.line(SampleResults.HOSTILE);

  @Test
  void each_line_of_the_output_is_a_name_and_a_value() {
    assertThat(file(0).lines())
        .allMatch(line -> line.matches("[a-z_]+=[a-z0-9.]+"))
        .contains("submissions=6", "passed=1", "failed=3", "errored=1", "missing=1", "points=13.5");
  }

  /** The runner takes a line for a command when it begins with two colons, or holds ##[. */
  @Test
  void each_annotation_is_one_command_of_ours_whatever_was_typed() {
    List<String> lines = file(1).lines().toList();

    assertThat(lines)
        .hasSize(5)
        .allMatch(line -> line.matches("::(error|notice) title=[^:,]*::.*"))
        .allMatch(line -> !line.contains("##["));
    assertThat(lines.get(1))
        .contains("%0Afound: 49153")
        .contains("<script>")
        .contains("::error::no");
    assertThat(lines.getLast())
        .startsWith("::error title=-2+3%2C\"x\" %3A%3Awarning%3A%3A<b>|# SKIP evil/");
  }

  @Test
  void the_summary_is_tables_in_which_no_sign_of_a_student_means_anything() {
    Document page = Jsoup.parse(summary());

    assertThat(page.select("a, script, img, b, em, strong, del, code, pre, ul, ol")).isEmpty();
    assertThat(page.select("table")).hasSize(6);
    for (Element table : page.select("table")) {
      int columns = table.select("thead th").size();
      assertThat(table.select("tbody tr")).allMatch(row -> row.select("td").size() == columns);
    }
    assertThat(page.select("td").eachText()).anyMatch(cell -> cell.contains(TYPED));
    assertThat(page.select("td").eachText()).contains(Harmless.line(SampleResults.HOSTILE_ID));
  }

  @Test
  void what_students_may_not_see_yet_is_nowhere() {
    assertThat(file(0) + file(1) + file(2)).doesNotContain("ask-it").doesNotContain("Ask it");
    assertThat(file(2))
        .contains("| bob | failed | 2.7 of 6 points, and more that is shown later |");
  }

  private static String summary() {
    List<TablesExtension> tables = List.of((TablesExtension) TablesExtension.create());
    return HtmlRenderer.builder()
        .extensions(tables)
        .build()
        .render(Parser.builder().extensions(tables).build().parse(file(2)));
  }

  private static String file(int number) {
    return ReportTest.files(new GitHubReport()).get(number).text();
  }
}
