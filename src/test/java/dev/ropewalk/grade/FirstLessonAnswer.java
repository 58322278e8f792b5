package dev.ropewalk.grade;

import dev.ropewalk.scorecard.Scorecard;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A submission for the lesson {@link #LESSON}, and what must come of it. */
enum FirstLessonAnswer {
  RIGHT("passed 8 of 8 points"),
  PARTLY("failed 4 of 8 points"),
  WRONG("failed 0 of 8 points"),
  EMPTY("failed 0 of 8 points"),
  WITHOUT_THE_SECOND("failed 7 of 8 points");

  static final String LESSON = "images-and-containers";

  private final String standing;

  FirstLessonAnswer(String standing) {
    this.standing = standing;
  }

  /** What is handed in. */
  String[] lines() {
    List<String> right = GradeProcess.solution(LESSON);
    return switch (this) {
      case RIGHT -> right.toArray(String[]::new);
      case PARTLY -> right.subList(0, 6).toArray(String[]::new);
      case WRONG -> new String[] {"docker pull radis", "docker images"};
      case EMPTY -> new String[] {};
      case WITHOUT_THE_SECOND ->
          right.stream().filter(line -> !line.equals("docker images")).toArray(String[]::new);
    };
  }

  /** Written here, not computed by the grader. */
  String standing() {
    return standing;
  }

  /** What came of each student, in the same words. */
  static Map<String, String> standings(Map<String, Scorecard> cards) {
    Map<String, String> standings = new TreeMap<>();
    cards.forEach(
        (id, card) -> standings.put(id, card.status().word() + " " + card.points().words()));
    return standings;
  }
}
