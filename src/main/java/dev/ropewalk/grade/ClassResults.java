package dev.ropewalk.grade;

import dev.ropewalk.scorecard.LessonResult;
import dev.ropewalk.scorecard.Points;
import dev.ropewalk.scorecard.Scorecard;
import dev.ropewalk.scorecard.ScorecardDraft;
import dev.ropewalk.scorecard.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the results of a class of what was graded: who it is of, what lateness takes off, and who
 * has handed in nothing. None of it needs a submission to be graded again.
 */
public record ClassResults(Roster roster, LatePolicy late) {
  /**
   * All results, by id.
   *
   * @param assigned what there was to be had
   */
  public List<Scorecard> of(List<Scorecard> graded, Assignment assigned) {
    List<Scorecard> all = new ArrayList<>();
    Set<String> there = new HashSet<>();
    for (Scorecard card : graded) {
      there.add(card.submission());
      all.add(completed(card));
    }
    roster.rows().entrySet().stream()
        .filter(row -> !there.contains(row.getKey()))
        .map(row -> missing(row.getValue(), assigned))
        .forEach(all::add);
    all.sort(Comparator.comparing(Scorecard::submission));
    return all;
  }

  private Scorecard completed(Scorecard card) {
    Optional<Roster.Row> row = Optional.ofNullable(roster.rows().get(card.submission()));
    var submitted =
        row.flatMap(Roster.Row::submitted).or(() -> Optional.ofNullable(card.submitted()));
    Scorecard.Lateness lateness = late.of(submitted);
    List<String> notes = new ArrayList<>(card.notes());
    if (lateness.seconds() > 0) {
      notes.add(lateness.words());
    }
    if (row.isEmpty() && !roster.rows().isEmpty()) {
      notes.add("Nobody of this id is on the roster.");
    }
    return card.draft()
        .student(row.map(Roster.Row::student).orElse(card.student()))
        .submitted(submitted)
        .points(
            Points.sum(card.lessons().stream().map(LessonResult::points))
                .without(lateness.percent()))
        .late(lateness)
        .notes(notes)
        .card();
  }

  private static Scorecard missing(Roster.Row row, Assignment assigned) {
    double of = assigned.parts().stream().mapToDouble(Assignment.Part::points).sum();
    return ScorecardDraft.of(row.student().id())
        .student(row.student())
        .status(Status.MISSING)
        .points(new Points(0, of))
        .seed(assigned.seed().value())
        .attempts(0)
        .notes(List.of("Nothing was handed in."))
        .card();
  }
}
