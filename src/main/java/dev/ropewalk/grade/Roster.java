package dev.ropewalk.grade;

import dev.ropewalk.scorecard.Scorecard.Student;
import java.text.Normalizer;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Who is expected to hand in, by the id that their submission is named by.
 *
 * @param rows in the order of the file
 */
public record Roster(Map<String, Row> rows) {
  /** Nobody in particular. */
  public static final Roster NONE = new Roster(Map.of());

  public Roster {
    rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
  }

  /**
   * Somebody.
   *
   * @param submitted when they handed in, as the learning platform knows it
   * @param line of the file, from 1
   */
  public record Row(Student student, Optional<Instant> submitted, int line) {}

  /** Those of a share. */
  public Roster in(Shard shard) {
    Map<String, Row> some = new LinkedHashMap<>(rows);
    some.keySet().removeIf(id -> !shard.has(id));
    return new Roster(some);
  }

  /**
   * Reads a CSV file, whose first line names the columns: {@code id}, and perhaps {@code name},
   * {@code email} and {@code submitted}, a time such as {@code 2026-12-01T12:00:00Z}. Others are
   * passed over.
   *
   * @throws GradingRefused when there are no ids, one is there twice, a time is none, or a quote is
   *     open; the message names the line
   */
  public static Roster read(String csv) {
    List<CsvRows.Row> lines = CsvRows.of(csv);
    List<String> head =
        lines.isEmpty()
            ? List.of()
            : lines.getFirst().cells().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
    int id = head.indexOf("id");
    if (id < 0) {
      throw new GradingRefused(
          "the roster has no column `id` in its first row, which is `%s`"
              .formatted(String.join(",", head)),
          head.stream().anyMatch(it -> it.matches(".*[;\t].*"))
              ? "separate the columns by commas, and begin with a row such as `id,name,email`"
              : "begin it with a row such as `id,name,email`");
    }
    Map<String, Row> rows = new LinkedHashMap<>();
    for (CsvRows.Row line : lines.subList(1, lines.size())) {
      Student student =
          new Student(
              line.cell(id), line.cell(head.indexOf("name")), line.cell(head.indexOf("email")));
      Row row =
          new Row(student, time(line.cell(head.indexOf("submitted")), line.line()), line.line());
      if (student.id().isEmpty() || rows.put(student.id(), row) != null) {
        throw new GradingRefused(
            student.id().isEmpty()
                ? "line %s of the roster has no id".formatted(line.line())
                : "line %s of the roster has the id `%s` once more"
                    .formatted(line.line(), student.id()),
            "give each student an id of their own");
      }
    }
    return new Roster(rows);
  }

  private static Optional<Instant> time(String text, int line) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      throw new GradingRefused(
          "`%s` in line %s of the roster is no time".formatted(text, line),
          "write times as 2026-12-01T12:00:00Z");
    }
  }

  /**
   * Who would be missing although something was handed in under nearly their id: whole sentences.
   *
   * @param submissions the ids of all that was handed in
   */
  public List<String> nearlyThere(Collection<String> submissions) {
    Map<String, String> strangers = new LinkedHashMap<>();
    for (String id : strangers(submissions)) {
      strangers.put(folded(id), id);
    }
    return rows.values().stream()
        .filter(row -> !submissions.contains(row.student().id()))
        .filter(row -> strangers.containsKey(folded(row.student().id())))
        .map(
            row ->
                "line %s of the roster has the id `%s`, and the submission is named `%s`"
                    .formatted(
                        row.line(), row.student().id(), strangers.get(folded(row.student().id()))))
        .toList();
  }

  /** The ids of submissions that nobody of the roster has; none where there is no roster. */
  public List<String> strangers(Collection<String> submissions) {
    return rows.isEmpty()
        ? List.of()
        : submissions.stream().filter(id -> !rows.containsKey(id)).sorted().toList();
  }

  /** Without case, and however the system writes accents. */
  private static String folded(String id) {
    return Normalizer.normalize(id, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
  }
}
