package dev.ropewalk.terminal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/**
 * Collects the lines of a text. Each line begins with the margins that are open: the bar of a
 * quotation, a bullet and on the lines after it its indentation. Not for several threads.
 */
final class TerminalWriter {
  private static final int LEAST_ROOM = 12;

  private final Sheet sheet;
  private final List<AttributedString> lines = new ArrayList<>();
  private final Deque<Margin> margins = new ArrayDeque<>();
  private final Deque<Ink> inks = new ArrayDeque<>();
  private @Nullable AttributedString gap;

  /** A margin; its first part is used up by the first line. */
  private static final class Margin {
    private final AttributedString rest;
    private AttributedString next;

    Margin(AttributedString first, AttributedString rest) {
      this.next = first;
      this.rest = rest;
    }

    AttributedString take() {
      AttributedString taken = next;
      next = rest;
      return taken;
    }
  }

  TerminalWriter(Sheet sheet) {
    this.sheet = sheet;
  }

  /** Opens a margin inside the others; both parts are of the same width. */
  void indent(AttributedString first, AttributedString rest) {
    margins.addLast(new Margin(first, rest));
  }

  void indent(int columns) {
    AttributedString blanks = sheet.text(Role.PLAIN, " ".repeat(columns));
    indent(blanks, blanks);
  }

  /** Closes the innermost margin. */
  void outdent() {
    margins.removeLast();
  }

  /** How many columns a line has left. */
  int room() {
    int taken = margins.stream().mapToInt(margin -> margin.rest.columnLength()).sum();
    return Math.max(LEAST_ROOM, sheet.width() - taken);
  }

  /** An empty line, should there be something above and something below. */
  void gap() {
    Ink ink = new Ink(sheet);
    margins.forEach(margin -> ink.add(margin.rest));
    gap = Wrap.trimmed(ink.dry());
  }

  /** A line that fits. */
  void line(AttributedString text) {
    if (gap != null && !lines.isEmpty()) {
      lines.add(gap);
    }
    gap = null;
    Ink ink = new Ink(sheet);
    margins.forEach(margin -> ink.add(margin.take()));
    lines.add(Wrap.trimmed(ink.add(text).dry()));
  }

  /** A text, broken into lines; a command that is longer than one is left to the terminal. */
  void wrapped(AttributedString text) {
    for (LongCommand.Piece piece : LongCommand.pieces(text, room())) {
      switch (piece) {
        case LongCommand.Piece.Words(var words) -> Wrap.lines(words, room()).forEach(this::line);
        case LongCommand.Piece.Whole(var command) -> lines.add(command);
      }
    }
  }

  /** The same, its lines after the first indented. */
  void hanging(AttributedString text, int columns) {
    List<AttributedString> pieces = Wrap.lines(text, room(), room() - columns);
    pieces.stream().limit(1).forEach(this::line);
    indent(columns);
    pieces.stream().skip(1).forEach(this::line);
    outdent();
  }

  /** Begins a text whose pieces come one by one, in {@link #ink}. */
  void open(Role role) {
    inks.push(new Ink(sheet).push(role));
  }

  Ink ink() {
    return inks.element();
  }

  AttributedString close() {
    return inks.pop().dry();
  }

  int size() {
    return lines.size();
  }

  List<AttributedString> lines() {
    return List.copyOf(lines);
  }
}
