package dev.ropewalk.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ropewalk.scorecard.SampleResults;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages, as a reader of HTML sees them. */
final class HtmlReportTest {
  private static final Set<String> ELEMENTS =
      Set.of(
          "#root",
          "#document",
          "html",
          "head",
          "meta",
          "title",
          "style",
          "body",
          "h1",
          "h2",
          "h3",
          "p",
          "pre",
          "code",
          "br",
          "table",
          "thead",
          "tbody",
          "tr",
          "th",
          "td",
          "span",
          "a");
  private static final Set<String> ATTRIBUTES =
      Set.of("lang", "charset", "http-equiv", "content", "name", "class", "href");

  static List<Report.File> pages() {
    return ReportTest.files(new HtmlReport());
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("pages")
  void a_page_has_no_element_and_no_attribute_but_ours_and_loads_nothing(Report.File file) {
    Document page = Jsoup.parse(file.text());

    for (Element element : page.getAllElements()) {
      assertThat(ELEMENTS).contains(element.nodeName());
      for (Attribute attribute : element.attributes()) {
        assertThat(ATTRIBUTES).contains(attribute.getKey());
      }
    }
    assertThat(page.select("a"))
        .allMatch(a -> a.attr("href").matches("students/[A-Za-z0-9._-]+[.]html"));
    assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .startsWith("default-src 'none'");
  }

  @Test
  void a_student_reads_what_was_expected_what_was_found_why_and_what_they_typed() {
    Document bob = page("students/bob.html");

    assertThat(bob.select("td").eachText()).contains("8080", "49153", "Say which: -p 8080:80.");
    assertThat(bob.select("pre").eachText()).containsExactly("docker run -p 80 redis\n:check");
    assertThat(page("students/eve.html").select("pre").text())
        .isEqualTo(Harmless.line(SampleResults.HOSTILE) + "\n:check");
  }

  @Test
  void a_student_reads_nothing_of_what_is_hidden_and_nothing_of_others() {
    String ada = page("students/ada.html").text();

    assertThat(ada).contains("5.4 of 6 points").contains("Not all steps are shown yet");
    assertThat(ada).doesNotContain("Ask it").doesNotContain("bob");
    assertThat(page("students/ada.html").select("a")).isEmpty();
  }

  @Test
  void the_class_has_scores_the_checks_that_failed_most_and_who_failed_for_the_same_reason() {
    Document all = page("class.html");

    assertThat(all.select("table").get(0).select("tbody tr")).hasSize(6);
    assertThat(all.select("table").get(1).select("tbody td").eachText())
        .containsExactly("3", "3", "port-binding/publish-a-port", "port 8080 leads to port 80");
    Element group = all.select("table").get(2).select("tbody tr").get(0);
    assertThat(group.select("td").get(0).text()).isEqualTo("3");
    assertThat(group.select("td").get(3).text()).isEqualTo("wrong detail");
    assertThat(group.select("a").eachText()).startsWith("bob", "eve");
    assertThat(all.text()).contains("namespaces").contains("It is one kernel.");
  }

  @Test
  void each_link_of_the_class_leads_to_a_page() {
    List<String> paths = pages().stream().map(Report.File::path).toList();

    assertThat(page("class.html").select("a").eachAttr("href")).isNotEmpty().isSubsetOf(paths);
  }

  private static Document page(String path) {
    return Jsoup.parse(
        pages().stream().filter(file -> file.path().equals(path)).findFirst().orElseThrow().text());
  }
}
