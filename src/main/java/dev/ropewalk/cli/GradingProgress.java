package dev.ropewalk.cli;

import dev.ropewalk.grade.Grading;
import dev.ropewalk.scorecard.Results;
import dev.ropewalk.scorecard.Scorecard;
import dev.ropewalk.scorecard.Status;
import dev.ropewalk.text.SafeText;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells how a grading goes: at a terminal as a bar, in a pipe as a line for each submission. */
final class GradingProgress implements Grading.Listener {
  private static final int WIDTH = 24;
  private static final int MOST_TROUBLES = 5;

  private final PrintWriter to;
  private final boolean terminal;
  private final long start = System.nanoTime();
  private int graded;

  private GradingProgress(PrintWriter to, boolean terminal) {
    this.to = to;
    this.terminal = terminal;
  }

  static GradingProgress of(Context context) {
    return new GradingProgress(context.err(), System.console() != null);
  }

  @Override
  public void graded(Scorecard card, int done, int all) {
    graded++;
    if (terminal) {
      to.print("\r\033[K" + bar(done, all) + (done == all ? "\n" : ""));
    } else {
      to.println(
          "%s of %s  %s  %s  %s"
              .formatted(
                  done,
                  all,
                  SafeText.of(card.submission()),
                  card.status().word(),
                  card.points().words()));
    }
    to.flush();
  }

  private String bar(int done, int all) {
    double seconds = seconds();
    int full = WIDTH * done / Math.max(1, all);
    return "[%s%s] %s of %s, %s a second, %s s left"
        .formatted(
            "#".repeat(full),
            ".".repeat(WIDTH - full),
            done,
            all,
            String.format(Locale.ROOT, "%.1f", graded / seconds),
            Math.round((all - done) * seconds / graded));
  }

  private double seconds() {
    return Math.max(1e-3, (System.nanoTime() - start) / 1e9);
  }

  /** What came of all, and how long it took. */
  void end(Results results) {
    double all = seconds();
    to.println(
        "%s. %s graded in %s s, %s a second. Trust: %s."
            .formatted(
                words(results),
                graded,
                String.format(Locale.ROOT, "%.1f", all),
                String.format(Locale.ROOT, "%.1f", graded / all),
                results.setting().trust()));
    tellTrouble(results);
    to.flush();
  }

  /** Our own trouble is told here, too: it is mended by who grades. */
  private void tellTrouble(Results results) {
    Map<String, Long> troubles =
        results.submissions().stream()
            .filter(card -> card.status() == Status.ERRORED)
            .flatMap(card -> card.notes().stream().distinct())
            .collect(
                Collectors.groupingBy(note -> note, LinkedHashMap::new, Collectors.counting()));
    troubles.entrySet().stream()
        .limit(MOST_TROUBLES)
        .forEach(
            each ->
                to.println(
                    "  %s errored: %s".formatted(each.getValue(), SafeText.of(each.getKey()))));
  }

  /** What came of all, where nothing was graded now. */
  void tell(Results results) {
    to.println("%s. Trust: %s.".formatted(words(results), results.setting().trust()));
    to.flush();
  }

  private static String words(Results results) {
    StringBuilder words = new StringBuilder();
    for (Status status : Status.values()) {
      long count = results.submissions().stream().filter(card -> card.status() == status).count();
      if (count > 0) {
        words.append(words.isEmpty() ? "" : ", ").append(count).append(' ').append(status.word());
      }
    }
    return words.isEmpty() ? "no submission" : words.toString();
  }
}
