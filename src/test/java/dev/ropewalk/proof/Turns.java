package dev.ropewalk.proof;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The longest tables are tried in turns, a part each day, so that a whole run stays short; with
 * {@code -Dropewalk.proof.all=true}, as {@code make prove} has it, all at once.
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
    return (int) (LocalDate.now(ZoneOffset.UTC).toEpochDay() % days);
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
}
