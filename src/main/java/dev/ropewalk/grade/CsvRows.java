package dev.ropewalk.grade;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads comma-separated values, with quotes as RFC 4180 has them. A quote within a cell that does
 * not begin with one is a letter like others. For one thread.
 */
final class CsvRows {
  private static final char QUOTE = '"';

  private final String text;
  private final List<Row> rows = new ArrayList<>();
  private List<String> cells = new ArrayList<>();
  private int at;
  private int line = 1;
  private int began = 1;

  private CsvRows(String text) {
    this.text = text;
  }

  /**
   * A row that is not blank.
   *
   * @param line that it begins in, from 1
   */
  record Row(List<String> cells, int line) {
    Row {
      cells = List.copyOf(cells);
    }

    /** That of a column, without blanks around it; empty where there is none. */
    String cell(int column) {
      return column < 0 || column >= cells.size() ? "" : cells.get(column).strip();
    }
  }

  /**
   * The rows of a text.
   *
   * @throws GradingRefused when a quote is open, or something stands behind one
   */
  static List<Row> of(String text) {
    CsvRows reader =
        new CsvRows(text.replace("\r\n", "\n").replace('\r', '\n').replace("\uFEFF", ""));
    reader.read();
    return reader.rows;
  }

  private void read() {
    while (at < text.length()) {
      cells.add(cell());
      if (at < text.length() && text.charAt(at) == ',') {
        at++;
        if (at == text.length()) {
          cells.add("");
        }
      } else {
        at++;
        line++;
        endRow();
      }
    }
    endRow();
  }

  private void endRow() {
    if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
      rows.add(new Row(cells, began));
    }
    cells = new ArrayList<>();
    began = line;
  }

  /** Reads up to the comma or the end of line behind it. */
  private String cell() {
    int start = at;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    if (at < text.length() && text.charAt(at) == QUOTE) {
      return quoted();
    }
    while (!isAtEnd()) {
      at++;
    }
    return text.substring(start, at);
  }

  private boolean isAtEnd() {
    return at >= text.length() || text.charAt(at) == ',' || text.charAt(at) == '\n';
  }

  private String quoted() {
    int opened = line;
    StringBuilder cell = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == QUOTE && at + 1 < text.length() && text.charAt(at + 1) == QUOTE) {
        cell.append(QUOTE);
        at++;
      } else if (c == QUOTE) {
        at++;
        requireEnd(opened);
        return cell.toString();
      } else {
        line += c == '\n' ? 1 : 0;
        cell.append(c);
      }
    }
    throw open(opened);
  }

  /** What stands behind a quote tells that it was no end: one before it is open. */
  private void requireEnd(int opened) {
    while (!isAtEnd()) {
      if (!Character.isWhitespace(text.charAt(at))) {
        throw open(opened);
      }
      at++;
    }
  }

  private static GradingRefused open(int line) {
    return new GradingRefused(
        "the quote that opens in line %s of the roster is not closed at the end of its cell"
            .formatted(line),
        "close it, or write a quote that is part of a name twice, as in `\"Ada \"\"A\"\" Bo\"`");
  }
}
