package dev.ropewalk.report;

import static dev.ropewalk.report.Harmless.cell;

import dev.ropewalk.scorecard.Points;
import dev.ropewalk.scorecard.Results;
import dev.ropewalk.scorecard.Scorecard;
import dev.ropewalk.scorecard.StudentView;
import java.util.ArrayList;
import java.util.List;

/**
 * The file that the gradebook of Moodle imports; the teacher says there which column is what. The
 * feedback is read by students, so it has no more than they may see, and none of anybody's words
 * but the course's. A dash is no grade: our own trouble is not a zero, nor is what may come yet.
 */
record MoodleReport() implements Report {
  @Override
  public String name() {
    return "moodle";
  }

  @Override
  public List<File> files(Results results) {
    StringBuilder csv = new StringBuilder();
    csv.append(
        "ID number,Full name,Email address,%s,%s\r\n"
            .formatted(cell(results.task()), cell("Feedback: " + results.task())));
    for (Scorecard card : results.submissions()) {
      csv.append(
          "%s,%s,%s,%s,%s\r\n"
              .formatted(
                  cell(card.id()),
                  cell(card.student().name()),
                  cell(card.student().email()),
                  results.isGrade(card) ? Points.text(card.points().earned()) : "-",
                  cell(feedback(StudentView.of(card, results.setting())))));
    }
    return List.of(new File("moodle.csv", csv.toString()));
  }

  private static String feedback(StudentView view) {
    Scorecard card = view.card();
    List<String> says = new ArrayList<>();
    for (Portion each : Portion.of(card)) {
      says.add("%s: %s, %s.".formatted(each.name(), each.status().word(), each.points().words()));
    }
    if (card.late().percent() > 0) {
      says.add("%s percent are taken off.".formatted(Points.text(card.late().percent())));
    }
    if (!view.whole()) {
      says.add("More is shown later.");
    }
    return String.join(" ", says);
  }
}
