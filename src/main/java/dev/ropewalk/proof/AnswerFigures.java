package dev.ropewalk.proof;

import dev.ropewalk.proof.Followed.End;
import dev.ropewalk.proof.Followed.Skip;
import dev.ropewalk.proof.TrialRow.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Counts what came of answers and of doing as told, as rows of two tables. */
final class AnswerFigures {
  static final List<String> ANSWERS =
      List.of("answers", "right refused", "wrong passed", "silent", "unsaid");
  static final List<String> FOLLOWED =
      List.of("done as told", "mended", "loops", "unmended", "nothing to type", "locks", "harmed");

  private AnswerFigures() {}

  static boolean hasAnswers(List<LessonProof> lessons) {
    return lessons.stream().anyMatch(LessonProof::hasAnswers);
  }

  static boolean hasFollowed(List<LessonProof> lessons) {
    return followed(lessons, _ -> true) > 0;
  }

  /** A row for each lesson that has any, and one for all of them. */
  static List<List<String>> answers(List<LessonProof> lessons) {
    List<List<String>> rows = new ArrayList<>();
    lessons.stream()
        .filter(LessonProof::hasAnswers)
        .forEach(lesson -> rows.add(answers(lesson.lesson().slug(), List.of(lesson))));
    rows.add(answers("all", lessons));
    return rows;
  }

  private static List<String> answers(String name, List<LessonProof> lessons) {
    return List.of(
        name,
        count(lessons, Trial.Right.class, Outcome.REFUSED)
            + "/"
            + count(lessons, Trial.Right.class, Outcome.values()),
        count(lessons, Trial.Wrong.class, Outcome.PASSED)
            + "/"
            + count(lessons, Trial.Wrong.class, Outcome.values()),
        String.valueOf(count(lessons, Trial.Wrong.class, Outcome.SILENT)),
        String.valueOf(count(lessons, Trial.Wrong.class, Outcome.UNSAID)));
  }

  /** A row for each lesson after whose wrong answers something was done, and one for all. */
  static List<List<String>> followed(List<LessonProof> lessons) {
    List<List<String>> rows = new ArrayList<>();
    lessons.stream()
        .filter(lesson -> lesson.followed(_ -> true) > 0)
        .forEach(lesson -> rows.add(followed(lesson.lesson().slug(), List.of(lesson))));
    rows.add(followed("all", lessons));
    return rows;
  }

  private static List<String> followed(String name, List<LessonProof> lessons) {
    long mended = followed(lessons, it -> it.end() == End.MENDED);
    long typed = followed(lessons, it -> it.end() != End.NOTHING);
    return List.of(
        name,
        mended + "/" + typed + percent(mended, typed),
        String.valueOf(followed(lessons, it -> it.end() == End.LOOP)),
        String.valueOf(followed(lessons, it -> it.end() == End.UNMENDED)),
        String.valueOf(followed(lessons, it -> it.end() == End.NOTHING)),
        String.valueOf(followed(lessons, it -> it.skip() == Skip.LOCKED)),
        String.valueOf(followed(lessons, it -> !it.lost().isEmpty())));
  }

  private static String percent(long part, long whole) {
    return whole == 0
        ? ""
        : String.format(Locale.ROOT, " (%.1f %%)", Math.floor(1000.0 * part / whole) / 10);
  }

  private static long count(
      List<LessonProof> lessons, Class<? extends Trial> kind, Outcome... outcomes) {
    return lessons.stream().mapToLong(lesson -> lesson.count(kind, outcomes)).sum();
  }

  private static long followed(List<LessonProof> lessons, Predicate<Followed> how) {
    return lessons.stream().mapToLong(lesson -> lesson.followed(how)).sum();
  }
}
