package dev.ropewalk.grade;

import dev.ropewalk.scorecard.Scorecard.Student;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
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
   */
  public record Row(Student student, Optional<Instant> submitted) {}

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
   * @throws GradingRefused when there are no ids, one is there twice, or a time is none
   */
  public static Roster read(String csv) {
    List<List<String>> lines = Csv.read(csv);
    List<String> head =
        lines.isEmpty()
            ? List.of()
            : lines.getFirst().stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    int id = head.indexOf("id");
    if (id < 0) {
      throw new GradingRefused(
          "the roster has no column `id` in its first row, which is `%s`"
              .formatted(String.join(",", head)),
          "begin it with a row such as `id,name,email`");
    }
    Map<String, Row> rows = new LinkedHashMap<>();
    for (int i = 1; i < lines.size(); i++) {
      List<String> line = lines.get(i);
      Student student =
          new Student(
              cell(line, id), cell(line, head.indexOf("name")), cell(line, head.indexOf("email")));
      Row row = new Row(student, time(cell(line, head.indexOf("submitted")), i + 1));
      if (student.id().isEmpty() || rows.put(student.id(), row) != null) {
        throw new GradingRefused(
            student.id().isEmpty()
                ? "row %s of the roster has no id".formatted(i + 1)
                : "row %s of the roster has the id `%s` once more".formatted(i + 1, student.id()),
            "give each student an id of their own");
      }
    }
    return new Roster(rows);
  }

  private static String cell(List<String> line, int column) {
    return column < 0 || column >= line.size() ? "" : line.get(column).strip();
  }

  private static Optional<Instant> time(String text, int row) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      throw new GradingRefused(
          "`%s` in row %s of the roster is no time".formatted(text, row),
          "write times as 2026-12-01T12:00:00Z");
    }
  }

  /** The rows of comma-separated values, with quotes as RFC 4180 has them. */
  private static final class Csv {
    private Csv() {}

    static List<List<String>> read(String text) {
      List<List<String>> lines = new ArrayList<>();
      List<String> line = new ArrayList<>();
      StringBuilder cell = new StringBuilder();
      boolean quoted = false;
      String all = text.replace("\r\n", "\n").replace("\uFEFF", "");
      for (int i = 0; i < all.length(); i++) {
        char c = all.charAt(i);
        if (quoted && c == '"' && i + 1 < all.length() && all.charAt(i + 1) == '"') {
          cell.append('"');
          i++;
        } else if (c == '"') {
          quoted = !quoted;
        } else if (!quoted && (c == ',' || c == '\n')) {
          line.add(cell.toString());
          cell.setLength(0);
          if (c == '\n') {
            end(line, lines);
            line = new ArrayList<>();
          }
        } else {
          cell.append(c);
        }
      }
      line.add(cell.toString());
      end(line, lines);
      return lines;
    }

    private static void end(List<String> line, List<List<String>> lines) {
      if (line.stream().anyMatch(cell -> !cell.isBlank())) {
        lines.add(List.copyOf(line));
      }
    }
  }
}
