package dev.ropewalk.report;

import dev.ropewalk.text.SafeText;
import java.util.stream.Collectors;

/**
 * Makes the words of others harmless in a report: names, commands and what was found on an engine
 * are somebody else's. There is one method for each language that reads such words, and what no
 * language may have (control characters, changes of the writing direction) is gone in all.
 */
final class Harmless {
  private static final String FORMULA = "=+-@";
  private static final String MARKDOWN = "\\`*_{}[]<>#.!|~&@:$";

  private Harmless() {}

  /** On one line, which is kept as JSON and others write it. */
  static String line(String text) {
    StringBuilder out = new StringBuilder();
    SafeText.of(text).codePoints().map(Harmless::known).forEach(out::appendCodePoint);
    return out.toString();
  }

  /** On as many lines as there were. */
  static String lines(String text) {
    return text.lines().map(Harmless::line).collect(Collectors.joining("\n"));
  }

  /** What XML 1.0 and HTML have no character for. */
  private static int known(int c) {
    return (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF ? 0xFFFD : c;
  }

  /** In an element or an attribute of XML and HTML, on as many lines as there were. */
  static String markup(String text) {
    StringBuilder out = new StringBuilder();
    for (char c : lines(text).toCharArray()) {
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  /**
   * A cell of comma-separated values as RFC 4180 has them. What a spreadsheet takes for a formula
   * begins with an apostrophe, by which it is a text; blanks and tabs before it are gone.
   */
  static String cell(String text) {
    String line = line(text).strip();
    String begin = !line.isEmpty() && FORMULA.indexOf(line.charAt(0)) >= 0 ? "'" : "";
    return '"' + begin + line.replace("\"", "\"\"") + '"';
  }

  /** The message of a command of GitHub's runner: whatever it holds, it begins no other command. */
  static String message(String text) {
    return lines(text).replace("%", "%25").replace("\n", "%0A");
  }

  /** A property of a command of GitHub's runner. */
  static String property(String text) {
    return message(line(text)).replace(":", "%3A").replace(",", "%2C");
  }

  /** Within a line of Markdown, not at its begin: no sign means anything, also for GitHub. */
  static String markdown(String text) {
    StringBuilder out = new StringBuilder();
    for (char c : line(text).toCharArray()) {
      if (MARKDOWN.indexOf(c) >= 0) {
        out.append("&#").append((int) c).append(';');
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** The description of a test point of TAP. */
  static String description(String text) {
    return line(text).replace("\\", "\\\\").replace("#", "\\#");
  }

  /** A text of YAML and JSON in quotes. */
  static String quoted(String text) {
    return '"' + line(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
