package dev.ropewalk.report;

import static dev.ropewalk.report.Harmless.description;
import static dev.ropewalk.report.Harmless.quoted;

import dev.ropewalk.scorecard.Results;
import dev.ropewalk.scorecard.Scorecard;
import dev.ropewalk.scorecard.Status;
import java.util.List;

/**
 * The Test Anything Protocol, version 14: a subtest for each submission, a test point for each
 * check. A blocked check is skipped.
 */
record TapReport() implements Report {
  private static final String INDENT = "    ";

  @Override
  public String name() {
    return "tap";
  }

  @Override
  public List<File> files(Results results) {
    StringBuilder tap = new StringBuilder("TAP version 14\n");
    tap.append("1..%s\n".formatted(results.submissions().size()));
    tap.append("# trust: %s\n".formatted(description(results.setting().trust())));
    int number = 0;
    for (Scorecard card : results.submissions()) {
      subtest(tap, card, ++number);
    }
    return List.of(new File("results.tap", tap.toString()));
  }

  private static void subtest(StringBuilder tap, Scorecard card, int number) {
    List<Case> cases = Case.of(card);
    tap.append("# Subtest: %s\n".formatted(description(card.submission())));
    tap.append("%s1..%s\n".formatted(INDENT, cases.size()));
    for (int i = 0; i < cases.size(); i++) {
      point(tap, cases.get(i), i + 1);
    }
    tap.append(
        "%s %s - %s\n"
            .formatted(
                card.status() == Status.PASSED ? "ok" : "not ok",
                number,
                description(card.submission())));
  }

  private static void point(StringBuilder tap, Case each, int number) {
    String name = String.join("/", each.suite()) + ": " + each.name();
    tap.append(
        "%s%s %s - %s%s\n"
            .formatted(
                INDENT,
                ok(each.status()),
                number,
                description(each.suite().isEmpty() ? each.name() : name),
                each.status() == Status.BLOCKED ? " # SKIP " + description(each.why()) : ""));
    if (ok(each.status()).equals("ok")) {
      return;
    }
    tap.append(INDENT).append("  ---\n");
    line(tap, "severity", each.status().word());
    line(tap, "kind", each.kind());
    line(tap, "message", each.why());
    line(tap, "expected", each.expected());
    line(tap, "found", each.found());
    tap.append(INDENT).append("  ...\n");
  }

  private static void line(StringBuilder tap, String key, String value) {
    if (!value.isEmpty()) {
      tap.append("%s  %s: %s\n".formatted(INDENT, key, quoted(value)));
    }
  }

  private static String ok(Status status) {
    return switch (status) {
      case PASSED, BLOCKED -> "ok";
      case FAILED, ERRORED, MISSING -> "not ok";
    };
  }
}
