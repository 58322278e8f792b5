package dev.ropewalk.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.WCWidth;

/**
 * Breaks a text into lines by the columns that it takes on a terminal. A line ends at a blank or
 * between wide characters; only a word longer than a line is broken inside: at a glued blank of a
 * piece of code, else after a sign such as a slash, else anywhere. What has no width of its own
 * stays with what it belongs to. The work grows with the length of the text, and no faster.
 */
final class Wrap {
  private static final String BREAK_AFTER = "/,=&?:;_-.@";
  private static final String NEVER_FIRST = "、。，．！？：；」』）】》〉〕］｝ー々";
  private static final int FIRST_COMBINING = 0x300;

  /**
   * JLine reads all that it is given to find the end of one character, so it is given this much.
   */
  private static final int LONGEST_CLUSTER = 32;

  private final AttributedString text;

  private Wrap(AttributedString text) {
    this.text = text;
  }

  /** The lines of a text; none of an empty one. A line end in the text is kept. */
  static List<AttributedString> lines(AttributedString text, int width) {
    return lines(text, width, width);
  }

  /** As before, the first line of each paragraph with a width of its own. */
  static List<AttributedString> lines(AttributedString text, int first, int rest) {
    List<AttributedString> lines = new ArrayList<>();
    Wrap wrap = new Wrap(text);
    String plain = text.toString();
    for (int from = 0; from < plain.length(); ) {
      int end = plain.indexOf('\n', from);
      end = end < 0 ? plain.length() : end;
      wrap.paragraph(from, end, first, rest, lines);
      from = end + 1;
    }
    return lines;
  }

  /** The columns of a text that is not broken but at its line ends. */
  static int widest(AttributedString text) {
    return text.toString().lines().mapToInt(Wrap::columns).max().orElse(0);
  }

  /** The columns of the longest piece that holds no blank; glue is none. */
  static int longestWord(AttributedString text) {
    return Stream.of(text.toString().split("[ \n]")).mapToInt(Wrap::columns).max().orElse(0);
  }

  private static int columns(String text) {
    return new AttributedString(text).columnLength();
  }

  /** A line without the blanks at its end. */
  static AttributedString trimmed(AttributedString line) {
    return new Wrap(line).line(0, line.length());
  }

  private void paragraph(int from, int end, int first, int rest, List<AttributedString> lines) {
    int start = from;
    do {
      int stop = lineEnd(start, end, start == from ? first : rest);
      lines.add(line(start, stop));
      start = stop;
      while (start < end && blank(start)) {
        start++;
      }
    } while (start < end);
  }

  /** Where the line that starts here ends: the first character that is no longer on it. */
  private int lineEnd(int start, int end, int width) {
    int good = -1;
    int glue = -1;
    int sign = -1;
    int column = 0;
    for (int at = start; at < end; ) {
      AttributedString cluster = cluster(at, end);
      int columns = WCWidth.wcwidthForGraphemeCluster(cluster, 0);
      if (at > start) {
        good = text.charAt(at) == ' ' || betweenWide(at) ? at : good;
        glue = text.charAt(at) == Ink.GLUE ? at : glue;
        sign = BREAK_AFTER.indexOf(text.charAt(at - 1)) >= 0 ? at : sign;
      }
      if (column + columns > width && at > start) {
        return good > 0 ? good : glue > 0 ? glue : sign > 0 ? sign : at;
      }
      column += columns;
      at += cluster.length();
    }
    return end;
  }

  private boolean betweenWide(int at) {
    int next = text.codePointAt(at);
    boolean wide = WCWidth.wcwidth(next) == 2 || WCWidth.wcwidth(text.codePointBefore(at)) == 2;
    return wide && !blank(at - 1) && NEVER_FIRST.indexOf(next) < 0 && !latin(next);
  }

  /** Signs of our own scripts stick to the wide character before them. */
  private static boolean latin(int codePoint) {
    return WCWidth.wcwidth(codePoint) == 1 && !Character.isLetterOrDigit(codePoint);
  }

  /** The character here, with the marks that combine with it. */
  private AttributedString cluster(int at, int end) {
    boolean alone = at + 1 >= end || text.charAt(at + 1) < FIRST_COMBINING;
    if (alone && text.charAt(at) < FIRST_COMBINING) {
      return text.subSequence(at, at + 1);
    }
    AttributedString near = text.subSequence(at, Math.min(end, at + LONGEST_CLUSTER));
    return near.subSequence(0, WCWidth.charCountForGraphemeCluster(near, 0));
  }

  private boolean blank(int at) {
    return text.charAt(at) == ' ' || text.charAt(at) == Ink.GLUE;
  }

  /** The piece without blanks at its end, its glue turned into blanks. */
  private AttributedString line(int start, int stop) {
    int end = stop;
    while (end > start && blank(end - 1)) {
      end--;
    }
    AttributedStringBuilder line = new AttributedStringBuilder(end - start);
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      line.style(text.styleAt(at)).append(c == Ink.GLUE ? ' ' : c);
    }
    return line.toAttributedString();
  }
}
