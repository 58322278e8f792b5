package dev.ropewalk.report;

import static dev.ropewalk.report.Harmless.line;
import static dev.ropewalk.report.Harmless.markup;

import dev.ropewalk.scorecard.Results;
import dev.ropewalk.scorecard.Scorecard;
import dev.ropewalk.scorecard.Status;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The XML of JUnit, which continuous integration reads: a suite for each submission, a test case
 * for each check. A blocked check is skipped, and our own trouble is an error.
 */
record JUnitReport() implements Report {
  @Override
  public String name() {
    return "junit";
  }

  @Override
  public List<File> files(Results results) {
    List<Case> all =
        results.submissions().stream().flatMap(card -> Case.of(card).stream()).toList();
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    long took = results.submissions().stream().mapToLong(JUnitReport::took).sum();
    xml.append(
        "<testsuites name=\"%s\" %s>\n".formatted(markup(results.course()), counts(all, took)));
    results.submissions().forEach(card -> suite(xml, card, results.setting().trust()));
    return List.of(new File("junit.xml", xml.append("</testsuites>\n").toString()));
  }

  private static void suite(StringBuilder xml, Scorecard card, String trust) {
    List<Case> cases = Case.of(card);
    xml.append(
        "  <testsuite name=\"%s\" %s>\n"
            .formatted(markup(line(card.submission())), counts(cases, took(card))));
    xml.append(
        "    <properties>\n      <property name=\"trust\" value=\"%s\"/>\n"
            .formatted(markup(trust)));
    xml.append("    </properties>\n");
    cases.forEach(each -> testCase(xml, card.submission(), each));
    xml.append("  </testsuite>\n");
  }

  private static void testCase(StringBuilder xml, String submission, Case each) {
    List<String> owner = Stream.concat(Stream.of(submission), each.suite().stream()).toList();
    xml.append(
        "    <testcase classname=\"%s\" name=\"%s\" time=\"0.000\">\n"
            .formatted(markup(line(String.join(".", owner))), markup(each.name())));
    String outcome =
        switch (each.status()) {
          case PASSED -> "";
          case FAILED, MISSING -> element("failure", each);
          case ERRORED -> element("error", each);
          case BLOCKED -> "      <skipped message=\"%s\"/>\n".formatted(markup(each.why()));
        };
    xml.append(outcome);
    if (!each.commands().isEmpty()) {
      xml.append("      <system-out>%s</system-out>\n".formatted(markup(each.typed())));
    }
    xml.append("    </testcase>\n");
  }

  private static String element(String name, Case each) {
    String detail =
        each.expected().isEmpty() && each.found().isEmpty()
            ? each.why()
            : "expected: %s\nfound: %s\n%s".formatted(each.expected(), each.found(), each.why());
    return "      <%s message=\"%s\" type=\"%s\">%s</%s>\n"
        .formatted(name, markup(each.why()), markup(each.kind()), markup(detail), name);
  }

  private static String counts(List<Case> cases, long took) {
    return "tests=\"%s\" failures=\"%s\" errors=\"%s\" skipped=\"%s\" time=\"%s\""
        .formatted(
            cases.size(),
            count(cases, Status.FAILED) + count(cases, Status.MISSING),
            count(cases, Status.ERRORED),
            count(cases, Status.BLOCKED),
            String.format(Locale.ROOT, "%.3f", took / 1000.0));
  }

  private static long count(List<Case> cases, Status status) {
    return cases.stream().filter(each -> each.status() == status).count();
  }

  private static long took(Scorecard card) {
    return card.times().commands() + card.times().ours();
  }
}
