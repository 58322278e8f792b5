package dev.ropewalk.proof;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The longest tables are tried in turns, a part each day, so that a whole run stays short; with
 * {@code -Dropewalk.proof.all=true}, as {@code make prove} has it, all at once. What failed on
 * another day is tried again with {@code -Dropewalk.proof.day=N}, of which only the remainder
 * counts.
 */
public final class Turns {
  private Turns() {}

  /** Whether everything is tried. */
  public static boolean all() {
    return Boolean.getBoolean("ropewalk.proof.all");
  }

  /**
   * Whose turn it is today.
   *
   * @param days after so many all have had theirs
   * @return from 0 on
   */
  public static int today(int days) {
    return (int)
        (Long.getLong("ropewalk.proof.day", LocalDate.now(ZoneOffset.UTC).toEpochDay()) % days);
  }

  /** Those rows of a table whose turn it is. */
  public static <R> List<R> ofToday(List<R> rows, int days) {
    return all()
        ? rows
        : IntStream.range(0, rows.size())
            .filter(row -> row % days == today(days))
            .mapToObj(rows::get)
            .toList();
  }

  /** The same of a table whose order counts: those that stand together. */
  public static <R> List<R> togetherToday(List<R> rows, int days) {
    int from = rows.size() * today(days) / days;
    int to = rows.size() * (today(days) + 1) / days;
    return all() ? rows : rows.subList(from, to);
  }
}
