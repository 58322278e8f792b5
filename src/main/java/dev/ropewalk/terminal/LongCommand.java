package dev.ropewalk.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/**
 * Finds commands in a text that are longer than a line. Broken by us, and indented, such a one
 * would be several commands to whoever copies it; on a line of its own, as long as it may be, the
 * terminal itself breaks it and copies it whole.
 */
final class LongCommand {
  private static final Pattern WORD = Pattern.compile("[^ \n]+");

  /** What stands behind a command at the end of a sentence, and is not wanted in a copy of it. */
  private static final Pattern END = Pattern.compile("[.,:;]?");

  /** A part of a text. */
  sealed interface Piece {
    /** To be broken into lines. */
    record Words(AttributedString words) implements Piece {}

    /** A command for a line of its own. */
    record Whole(AttributedString command) implements Piece {}
  }

  private LongCommand() {}

  /** The parts of a text for lines of this width, in its order. */
  static List<Piece> pieces(AttributedString text, int width) {
    List<Piece> pieces = new ArrayList<>();
    Matcher words = WORD.matcher(text);
    int from = 0;
    while (words.find()) {
      int glue = text.toString().indexOf(Ink.GLUE, words.start());
      if (glue < 0 || glue >= words.end()) {
        continue;
      }
      int start = edge(text, glue, words.start(), -1);
      int end = edge(text, glue, words.end(), 1);
      if (text.subSequence(start, end).columnLength() > width) {
        add(pieces, text.subSequence(from, opening(text, start, words.start())));
        pieces.add(new Piece.Whole(plain(text, start, end)));
        from = closing(text, end, words.end());
      }
    }
    add(pieces, text.subSequence(from, text.length()));
    return pieces;
  }

  /** Whether a line that is longer than others is a command of docker's. */
  static boolean is(AttributedString line) {
    return line.toString().startsWith("docker ");
  }

  /**
   * A command in lines of this width, where the terminal may not break it: each but the last ends
   * as a shell takes it, so that a copy of them is one command. What stands in quotes stays whole.
   */
  static List<AttributedString> continued(AttributedString command, int width) {
    List<AttributedString> lines = new ArrayList<>();
    List<Integer> blanks = blanks(command.toString());
    int start = 0;
    while (start < command.length()) {
      int from = start;
      int end =
          command.subSequence(from, command.length()).columnLength() <= width
              ? command.length()
              : blanks.stream()
                  .filter(at -> at > from)
                  .filter(at -> command.subSequence(from, at).columnLength() <= width - 2)
                  .reduce((_, last) -> last)
                  .orElse(command.length());
      AttributedString line = command.subSequence(from, end);
      if (end < command.length()) {
        lines.add(new AttributedStringBuilder().append(line).append(" \\").toAttributedString());
      } else {
        lines.addAll(Wrap.lines(line, width));
      }
      start = end + 1;
    }
    return lines.stream().map(line -> plain(line, 0, line.length())).toList();
  }

  /** The places of those that are not quoted. */
  private static List<Integer> blanks(String command) {
    List<Integer> blanks = new ArrayList<>();
    char quote = 0;
    for (int at = 0; at < command.length(); at++) {
      char c = command.charAt(at);
      if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      } else if (quote == 0 && c == ' ') {
        blanks.add(at);
      }
    }
    return blanks;
  }

  /** How far the look of a command goes, or the backticks that stand for it. */
  private static int edge(AttributedString text, int glue, int limit, int step) {
    int at = glue;
    while (at != limit + (step < 0 ? -1 : 0)
        && text.charAt(at) != '`'
        && text.styleAt(at).equals(text.styleAt(glue))) {
      at += step;
    }
    return step < 0 ? at + 1 : at;
  }

  private static int opening(AttributedString text, int start, int least) {
    return start > least && text.charAt(start - 1) == '`' ? start - 1 : start;
  }

  private static int closing(AttributedString text, int end, int most) {
    int after = end < most && text.charAt(end) == '`' ? end + 1 : end;
    return END.matcher(text.subSequence(after, most)).matches() ? most : after;
  }

  private static void add(List<Piece> pieces, AttributedString words) {
    AttributedString trimmed = Wrap.trimmed(words);
    int blank = 0;
    while (blank < trimmed.length() && trimmed.charAt(blank) == ' ') {
      blank++;
    }
    if (blank < trimmed.length()) {
      // Their glue is for whoever breaks them.
      pieces.add(new Piece.Words(words.subSequence(blank, words.length())));
    }
  }

  private static AttributedString plain(AttributedString text, int start, int end) {
    AttributedStringBuilder line = new AttributedStringBuilder(end - start);
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      line.style(text.styleAt(at)).append(c == Ink.GLUE ? ' ' : c);
    }
    return line.toAttributedString();
  }
}
