package dev.ropewalk.report;

import dev.ropewalk.scorecard.Results;
import dev.ropewalk.scorecard.Scorecard;
import java.util.List;
import java.util.stream.Stream;

/** Pages to read: one of the class for its teacher, and one for each student. */
record HtmlReport() implements Report {
  @Override
  public String name() {
    return "html";
  }

  @Override
  public List<File> files(Results results) {
    return Stream.concat(
            Stream.of(new File("class.html", ClassPage.of(results))),
            results.submissions().stream()
                .map(card -> new File(path(card), StudentPage.of(card, results))))
        .toList();
  }

  static String path(Scorecard card) {
    return "students/" + Report.fileName(card.submission()) + ".html";
  }
}
