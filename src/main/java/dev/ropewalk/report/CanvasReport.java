package dev.ropewalk.report;

import static dev.ropewalk.report.Harmless.cell;

import dev.ropewalk.scorecard.Points;
import dev.ropewalk.scorecard.Results;
import dev.ropewalk.scorecard.Scorecard;
import java.util.List;

/**
 * The file that the gradebook of Canvas imports. A student is found by the id of the roster, as SIS
 * id or as login. Where our own trouble kept a submission from being graded, or it may come yet,
 * the cell is empty, and Canvas leaves what is there.
 */
record CanvasReport() implements Report {
  @Override
  public String name() {
    return "canvas";
  }

  @Override
  public List<File> files(Results results) {
    StringBuilder csv = new StringBuilder();
    csv.append(
        "Student,ID,SIS User ID,SIS Login ID,Section,%s\r\n".formatted(cell(results.task())));
    csv.append("    Points Possible,,,,,%s\r\n".formatted(Points.text(results.points())));
    for (Scorecard card : results.submissions()) {
      String id = cell(card.id());
      csv.append(
          "%s,,%s,%s,,%s\r\n".formatted(cell(card.student().name()), id, id, score(card, results)));
    }
    return List.of(new File("canvas.csv", csv.toString()));
  }

  private static String score(Scorecard card, Results results) {
    return results.isGrade(card) ? Points.text(card.points().earned()) : "";
  }
}
