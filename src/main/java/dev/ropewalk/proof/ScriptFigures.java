package dev.ropewalk.proof;

import dev.ropewalk.proof.TrialRow.Outcome;
import java.util.ArrayList;
import java.util.List;

/** Counts what came of the scripts among the checks, as rows of a table. */
final class ScriptFigures {
  static final List<String> HEADINGS =
      List.of("scripts", "tried", "pass with nothing done", "to be written", "could not be run");

  private ScriptFigures() {}

  static boolean hasScripts(List<LessonProof> lessons) {
    return count(lessons, Outcome.values()) > 0;
  }

  /** A row for each lesson that has any, and one for all of them. */
  static List<List<String>> rows(List<LessonProof> lessons) {
    List<List<String>> rows = new ArrayList<>();
    lessons.stream()
        .map(List::of)
        .filter(ScriptFigures::hasScripts)
        .forEach(lesson -> rows.add(row(lesson.getFirst().lesson().slug(), lesson)));
    rows.add(row("all", lessons));
    return rows;
  }

  private static List<String> row(String name, List<LessonProof> lessons) {
    return List.of(
        name,
        String.valueOf(count(lessons, Outcome.values())),
        String.valueOf(count(lessons, Outcome.EMPTY)),
        String.valueOf(count(lessons, Outcome.UNWRITTEN)),
        String.valueOf(count(lessons, Outcome.UNRUN)));
  }

  /** The same in words. */
  static String sentence(List<LessonProof> lessons) {
    return "of %s scripts %s pass with nothing done, %s could not be run, %s are to be written"
        .formatted(
            count(lessons, Outcome.values()),
            count(lessons, Outcome.EMPTY),
            count(lessons, Outcome.UNRUN),
            count(lessons, Outcome.UNWRITTEN));
  }

  private static long count(List<LessonProof> lessons, Outcome... outcomes) {
    return lessons.stream().mapToLong(it -> it.count(Trial.Scripted.class, outcomes)).sum();
  }
}
