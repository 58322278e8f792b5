package dev.ropewalk.report;

import static java.time.temporal.ChronoUnit.SECONDS;

import dev.ropewalk.scorecard.LessonResult;
import dev.ropewalk.scorecard.Likeness;
import dev.ropewalk.scorecard.Points;
import dev.ropewalk.scorecard.Results;
import dev.ropewalk.scorecard.Scorecard;
import dev.ropewalk.scorecard.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page of a class, for its teacher: the scores, which check failed most, and who failed for the
 * same reason.
 */
final class ClassPage {
  /** What a reason quotes is each student's own; the words around it are the diagnosis. */
  private static final Pattern QUOTED = Pattern.compile("`[^`]*`");

  private final Results results;

  private ClassPage(Results results) {
    this.results = results;
  }

  /** The page; students are linked by their paths. */
  static String of(Results results) {
    return new ClassPage(results).page();
  }

  private String page() {
    Results.Setting setting = results.setting();
    Html page = new Html(results.task());
    page.paragraph(
        "%s submissions, graded until %s. %s"
            .formatted(
                results.submissions().size(), results.graded().truncatedTo(SECONDS), counts()));
    page.paragraph(
        "Engines of the level `%s`. %s %s"
            .formatted(setting.trust(), setting.stops(), setting.lets()));
    page.heading(2, "Scores").table(head(), results.submissions().stream().map(this::row).toList());
    page.heading(2, "Checks that failed most");
    page.table(List.of("failed", "judged", "where", "check"), failed());
    page.heading(2, "Who failed for the same reason");
    groups(page);
    alike(page);
    return page.end();
  }

  private String counts() {
    List<String> counts = new ArrayList<>();
    for (Status status : Status.values()) {
      long count = results.submissions().stream().filter(it -> it.status() == status).count();
      if (count > 0) {
        counts.add(count + " " + status.word());
      }
    }
    return counts.isEmpty() ? "" : String.join(", ", counts) + ".";
  }

  private List<String> head() {
    List<String> head = new ArrayList<>(List.of("submission", "name", "", "points"));
    results.lessons().forEach(lesson -> head.add(lesson.title()));
    head.addAll(List.of("late", "notes"));
    return head;
  }

  private List<String> row(Scorecard card) {
    List<String> row = new ArrayList<>();
    row.add(link(card));
    row.add(Html.prose(Harmless.line(card.student().name())));
    row.add(Html.status(card.status()));
    row.add(card.points().words());
    for (Results.Assigned lesson : results.lessons()) {
      row.add(
          card.lessons().stream()
              .filter(it -> it.id().equals(lesson.id()))
              .findFirst()
              .map(LessonResult::points)
              .map(Points::words)
              .orElse(""));
    }
    double percent = card.late().percent();
    row.add(percent > 0 ? Points.text(percent) + " percent off" : "");
    row.add(Html.prose(String.join("\n", card.notes())));
    return row;
  }

  private static String link(Scorecard card) {
    return Html.link(HtmlReport.path(card), Harmless.line(card.submission()));
  }

  /** A check, or what stands for one, of a step. */
  private record Place(String where, String name) {
    static Place of(Case each) {
      return new Place(String.join("/", each.suite()), each.name());
    }
  }

  private List<List<String>> failed() {
    Map<Place, long[]> counts = new LinkedHashMap<>();
    for (Case each : results.submissions().stream().flatMap(it -> Case.of(it).stream()).toList()) {
      long[] count = counts.computeIfAbsent(Place.of(each), _ -> new long[2]);
      count[0] += each.status() == Status.FAILED ? 1 : 0;
      count[1] += each.status() == Status.FAILED || each.status() == Status.PASSED ? 1 : 0;
    }
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue()[0] > 0)
        .sorted(Comparator.comparing(entry -> -entry.getValue()[0]))
        .map(
            entry ->
                List.of(
                    String.valueOf(entry.getValue()[0]),
                    String.valueOf(entry.getValue()[1]),
                    Html.prose(entry.getKey().where()),
                    Html.prose(entry.getKey().name())))
        .toList();
  }

  /** Why a check failed, without what is one student's own. */
  private record Reason(Place place, String kind, String why) {
    static Reason of(Case each) {
      return new Reason(
          Place.of(each), each.kind(), QUOTED.matcher(each.why()).replaceAll("`...`"));
    }
  }

  private void groups(Html page) {
    Map<Reason, Set<Scorecard>> groups = new LinkedHashMap<>();
    for (Scorecard card : results.submissions()) {
      for (Case each : Case.of(card)) {
        if (each.status() == Status.FAILED) {
          groups.computeIfAbsent(Reason.of(each), _ -> new LinkedHashSet<>()).add(card);
        }
      }
    }
    List<List<String>> rows =
        groups.entrySet().stream()
            .sorted(Comparator.comparing(entry -> -entry.getValue().size()))
            .map(entry -> group(entry.getKey(), entry.getValue()))
            .toList();
    page.table(List.of("students", "where", "check", "diagnosis", "why", "who"), rows);
  }

  private static List<String> group(Reason reason, Set<Scorecard> cards) {
    return List.of(
        String.valueOf(cards.size()),
        Html.prose(reason.place().where()),
        Html.prose(reason.place().name()),
        Html.prose(reason.kind().replace('_', ' ')),
        Html.prose(reason.why()),
        cards.stream().map(ClassPage::link).collect(Collectors.joining(", ")));
  }

  private void alike(Html page) {
    List<Likeness> pairs = Likeness.in(results);
    if (pairs.isEmpty()) {
      return;
    }
    page.heading(2, "Command logs that are alike");
    page.paragraph(
        "A hint where to look, and no verdict: each pair shares lines that hardly anybody else typed.");
    Map<String, Scorecard> cards =
        results.submissions().stream()
            .collect(Collectors.toMap(Scorecard::submission, Function.identity()));
    page.table(
        List.of("lines", "lesson", "who", "what they share"),
        pairs.stream().map(pair -> row(pair, cards)).toList());
  }

  private static List<String> row(Likeness pair, Map<String, Scorecard> cards) {
    return List.of(
        String.valueOf(pair.lines().size()),
        Html.prose(pair.lesson().slug()),
        Stream.of(pair.one(), pair.other())
            .map(cards::get)
            .map(ClassPage::link)
            .collect(Collectors.joining(", ")),
        Html.prose(String.join("\n", pair.lines())));
  }
}
